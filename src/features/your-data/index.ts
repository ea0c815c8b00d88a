import { feature } from '../../platform/feature'
import { changedMail } from '../../privacy'
import { changed } from './changed-mail'
import { commands } from './commands'
import { panel } from './panel'
import { routes } from './routes'

export const yourData = feature({
  name: 'your-data',
  routes,
  onAccount: panel,
  commands,
  mails: { [changedMail]: changed },
})

export { publishNow, statementPending, toldIn } from './published'
