import { feature } from '../../platform/feature'
import { changedMail, copyMail, exportWords, holdsAgain, objectionsAgain, restrictionsAgain } from '../../privacy'
import { changed } from './changed-mail'
import { commands } from './commands'
import { copyLink } from './copy-mail'
import { schemas } from './data'
import { exportCommands } from './exports/commands'
import { assessors } from './exports/pages'
import { farewell } from './farewell'
import { panel } from './panel'
import { auditQueue, watchJob, watchMails } from './proofs/watch'
import { routes } from './routes'

export const yourData = feature({
  name: 'your-data',
  routes,
  root: () => schemas,
  onAccount: panel,
  commands: [...commands, ...exportCommands],
  deskMenu: [{ path: '/assessment', roles: assessors, name: (language) => exportWords(language).assessment.menu }],
  replay: { ...restrictionsAgain, ...objectionsAgain, ...holdsAgain },
  mails: { [changedMail]: changed, [copyMail]: copyLink, 'your-data.farewell': farewell, ...watchMails },
  jobs: (p) => [watchJob(p)],
  desk: [auditQueue],
  whileRestricted: [/^\/account\/(?:data|copy|end|restriction|objections)(?:\/|$)/, /^\/privacy(?:[./]|$)/],
})

export { receiptSaid } from './farewell'
export { publishNow, statementPending, toldIn } from './published'
export { ReceiptView } from './receipt'
export { itemsSaid } from './said'
export { words as stopWords } from './stop/words'
