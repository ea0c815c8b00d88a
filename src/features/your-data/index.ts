import { feature } from '../../platform/feature'
import { changedMail, objectionsAgain, restrictionsAgain } from '../../privacy'
import { changed } from './changed-mail'
import { commands } from './commands'
import { panel } from './panel'
import { routes } from './routes'

export const yourData = feature({
  name: 'your-data',
  routes,
  onAccount: panel,
  commands,
  replay: { ...restrictionsAgain, ...objectionsAgain },
  mails: { [changedMail]: changed },
  whileRestricted: [/^\/account\/(?:data|copy|end|restriction|objections)(?:\/|$)/, /^\/privacy(?:\.json)?$/],
})

export { publishNow, statementPending, toldIn } from './published'
