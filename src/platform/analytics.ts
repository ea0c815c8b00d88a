import type { Config } from './config'
import type { InBrowser, Site } from './site'

const cookie = (name: string, nl: string, fr: string, en: string) => ({ name, days: 180, what: { nl, fr, en } })

/** What a browser loads and keeps for Google Analytics 4, once its owner said yes: the script of its tag, which our own starts (`islands/google-analytics.ts`)
 *  so that no word about advertising is ever said, and where it reports from the European Union. `id`: of the measurement, "G-ABC123". `base`: another address
 *  that stands for all of Google's. */
export function googleAnalytics(id: string, base?: string): InBrowser {
  const [tags, here, there] = base
    ? [base.replace(/\/$/, ''), base, base]
    : ['https://www.googletagmanager.com', 'https://region1.google-analytics.com', 'https://www.google-analytics.com']
  const script = `${tags}/gtag/js?id=${id}`
  return {
    scripts: [script],
    pixels: [],
    hosts: [...new Set([here, there].map((url) => new URL(url).origin))],
    cookies: [
      cookie(
        '_ga',
        'Herkent een browser die terugkomt.',
        'Reconnaît un navigateur qui revient.',
        'Knows a browser that comes back.',
      ),
      cookie(
        `_ga_${id.replace(/^G-/, '')}`,
        'Houdt de pagina’s van een bezoek samen.',
        'Relie les pages d’une visite.',
        'Keeps the pages of a visit together.',
      ),
    ],
    storage: [],
    startedBy: { island: 'google-analytics', with: { id, script, ...(base ? { reports: new URL(base).origin } : {}) } },
  }
}

/** A site whose visits Google Analytics measures for who says yes to that, where GA4_ID turns it on. The site must name the company: undefined when it does not. */
export function withAnalytics(site: Site, { ga4 }: Pick<Config, 'ga4'>): Site | undefined {
  const { statistics } = site.recipients
  if (!ga4) return site
  if (!statistics) return undefined
  const browser = googleAnalytics(ga4.id, ga4.base)
  return { ...site, recipients: { ...site.recipients, statistics: { ...statistics, browser } } }
}
