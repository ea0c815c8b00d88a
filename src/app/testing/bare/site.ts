// A site with nothing but the platform. For tests: SITE may be a folder.
import kot from '../../../../sites/kot/site.ts'
import type { SiteInput } from '../../../platform/site'

export default { ...kot, features: [] } satisfies SiteInput
