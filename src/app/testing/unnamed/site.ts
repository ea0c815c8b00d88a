// A site that names no company at all. For tests: SITE may be a folder.
import kot from '../../../../sites/kot/site.ts'
import type { SiteInput } from '../../../platform/site'

export default { ...kot, recipients: {} } satisfies SiteInput
