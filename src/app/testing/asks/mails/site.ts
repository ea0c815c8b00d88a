// A site that has mailings sent to who says yes to them, and measures nothing. For tests: SITE may be a folder.
import type { SiteInput } from '../../../../platform/site'
import asks from '../site.ts'

const { statistics: _, ...recipients } = asks.recipients

export default { ...asks, recipients } satisfies SiteInput
