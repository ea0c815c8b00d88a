import type { Feature } from '../../platform/feature'
import { addressesOf, holdingSaid } from '../../privacy'
import { isHolding } from '../../register'
import type { Language } from '../../std/words'
import { dateIn, listIn } from '../../std/written'
import { accountsOf } from '../accounts'
import { incidentById, incidentOfAll } from './queries'
import { words } from './words'

export const holdingList = (lang: Language, names: readonly string[]): string =>
  listIn(
    names.filter(isHolding).map((name) => holdingSaid(lang, name)),
    lang,
  )

export const mails: NonNullable<Feature['mails']> = {
  /** To somebody whose data a breach reached (GDPR article 34): of their own data alone. It leaves also while their data are restricted. */
  'incidents.notice': async (p, db, person, { incident = '', with: others }) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    const reach = account
      ? { to: account.email, language: account.language, purpose: 'rights' as const }
      : (await addressesOf(p, db, [person], p.site.languages[0])).get(person)
    const all = await incidentOfAll(db, incident, [person, ...(others?.split(',') ?? [])])
    const [of] = all
    if (!reach || !of) return undefined
    const readable = [...new Set(all.flatMap((one) => one.readable))]
    const unreadable = [...new Set(all.flatMap((one) => one.unreadable))].filter((name) => !readable.includes(name))
    const { language } = reach
    const { notice, kinds } = words(language)
    const { officer } = p.site
    return {
      ...reach,
      subject: notice.subject(p.site.name),
      paragraphs: [
        notice.lead(dateIn(of.known_at, language)),
        notice.what(kinds[of.kind]),
        ...(readable.length > 0 ? [notice.readable(holdingList(language, readable))] : []),
        ...(unreadable.length > 0 ? [notice.unreadable(holdingList(language, unreadable))] : []),
        ...(of.consequences ? [notice.consequences(of.consequences)] : []),
        ...(of.measures ? [notice.measures(of.measures)] : []),
        notice.officer(officer.name, officer.email),
      ],
      // Who has no account sees what there is of them by their mailbox, where the site has that.
      ...(account
        ? { button: { label: notice.button, url: `${p.config.publicUrl}/${language}/account/incidents` } }
        : p.site.features.includes('requests')
          ? { button: { label: notice.ask, url: `${p.config.publicUrl}/${language}/privacy/ask` } }
          : {}),
    }
  },
  /** To who handles a breach: an hour of the 72 has come. */
  'incidents.alarm': async (p, db, person, { incident = '', hours = '' }) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    const of = await incidentById(db, incident)
    if (!account || !of || of.filed_at || of.filing_needed === false) return undefined
    const { language } = account
    const { alarm } = words(language)
    return {
      to: account.email,
      language,
      subject: alarm.subject(p.site.name, 72 - Number(hours)),
      paragraphs: [alarm.text(Number(hours))],
      button: { label: alarm.button, url: `${p.config.publicUrl}/${language}/desk/incidents/${of.id}` },
    }
  },
}
