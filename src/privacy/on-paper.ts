// For tests: what a statement is made of, without the program that keeps to it. No database, no web.
import { configFrom } from '../platform/config'
import { withConsent } from '../platform/consent'
import type { Platform } from '../platform/feature'
import { type SiteInput, siteSchema } from '../platform/site'

/** A site as its statement sees it. */
export const onPaper = (site: SiteInput, env: Record<string, string> = {}): Pick<Platform, 'site' | 'config'> => ({
  site: withConsent(siteSchema.parse(site)),
  config: configFrom({ DATA_DIR: 'data', KEYS_DIR: 'keys', ...env }),
})
