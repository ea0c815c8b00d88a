// For tests: what a statement is made of, without the program that keeps to it. No database, no web.
import { configFrom } from '../platform/config'
import type { Platform } from '../platform/feature'
import { withFollowing } from '../platform/following'
import { type SiteInput, siteSchema } from '../platform/site'

/** A site as its statement sees it. */
export const onPaper = (site: SiteInput, env: Record<string, string> = {}): Pick<Platform, 'site' | 'config'> => ({
  site: withFollowing(siteSchema.parse(site)),
  config: configFrom({ DATA_DIR: 'data', KEYS_DIR: 'keys', ...env }),
})
