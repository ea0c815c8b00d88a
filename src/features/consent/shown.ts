import { createHash } from 'node:crypto'
import type { Platform } from '../../platform/feature'
import { hostsOf, keptFor } from '../../platform/site'
import { loadsFor, type PurposeName, recipientNames, registerWords, serves } from '../../register'
import type { Language } from '../../std/words'
import { countryIn } from '../../std/written'

export type Asked = {
  purpose: PurposeName
  name: string
  what: string
  /** Who gets something for it, and what of theirs comes into a browser. */
  companies: {
    name: string
    place: string
    statement?: string | undefined
    cookies: { name: string; days: number | null }[]
    hosts: string[]
  }[]
}

/** What is asked, in words: the purpose, and who serves it on this site. */
export function askedWith({ site }: Pick<Platform, 'site'>, lang: Language, purpose: PurposeName): Asked {
  const { name, what } = registerWords(lang).purposes[purpose]
  const companies = recipientNames.flatMap((recipient) => {
    const company = site.recipients[recipient]
    if (!company || !serves(site.recipients, recipient, purpose)) return []
    const browser = loadsFor(recipient) === purpose ? company.browser : undefined
    return [
      {
        name: company.name,
        place: countryIn(company.place, lang),
        statement: company.statement,
        cookies: (browser ? keptFor(browser) : []).map((cookie) => ({ name: cookie.name, days: cookie.days })),
        hosts: browser ? hostsOf(browser) : [],
      },
    ]
  })
  return { purpose, name, what, companies }
}

/** SHA-256 of all that is said where it is asked. */
export const hashOf = ({ site }: Pick<Platform, 'site'>, lang: Language, asked: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([lang, site.controller.name, asked]))
    .digest('base64url')
