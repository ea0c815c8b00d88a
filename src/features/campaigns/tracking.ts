import type { Config } from '../../platform/config'
import type { InBrowser, Site } from '../../platform/site'

const names = ['mtc_id', 'mtc_sid', 'mautic_device_id'] as const
const what = {
  mtc_id: {
    nl: 'Het nummer van een bezoeker, zonder te weten wie.',
    fr: 'Le numéro d’un visiteur, sans savoir qui.',
    en: 'The number of a visitor, without knowing who.',
  },
  mtc_sid: {
    nl: 'Houdt de pagina’s van een bezoek samen.',
    fr: 'Relie les pages d’une visite.',
    en: 'Keeps the pages of a visit together.',
  },
  mautic_device_id: {
    nl: 'Herkent een browser die terugkomt.',
    fr: 'Reconnaît un navigateur qui revient.',
    en: 'Knows a browser that comes back.',
  },
}

/** What a browser loads and keeps for the measuring of a Mautic, once its owner said yes: its script, which our own starts (`islands/mautic.ts`) so that it is
 *  told of pages alone. What the script sets goes when the browser is closed; Mautic itself sets the last of the three for a year, where it is of this domain. */
export function mauticTracking(base: string): InBrowser {
  const script = new URL('mtc.js', base).href
  return {
    scripts: [script],
    pixels: [],
    hosts: [new URL(base).origin],
    cookies: names.map((name) => ({ name, days: name === 'mautic_device_id' ? 365 : null, what: what[name] })),
    storage: names.map((name) => ({ in: 'localStorage', name, what: what[name] })),
    startedBy: { island: 'mautic', with: { script } },
  }
}

/** A site whose mailings a Mautic sends to who says yes to them, where MAUTIC_URL turns it on. The site must name the company: undefined when it does not. */
export function withCampaigns(site: Site, { mautic }: Pick<Config, 'mautic'>): Site | undefined {
  const { campaigns } = site.recipients
  if (!mautic) return site
  if (!campaigns) return undefined
  return {
    ...site,
    features: [...new Set([...site.features, 'campaigns' as const])],
    recipients: {
      ...site.recipients,
      campaigns: { ...campaigns, ...(mautic.tracks ? { browser: mauticTracking(mautic.base) } : {}) },
    },
  }
}
