import type { Db } from '../../platform/db'
import { disclose } from '../../platform/egress'
import type { Feature, Platform } from '../../platform/feature'
import { tokenOf } from '../../platform/links'
import type { MailTemplate } from '../../platform/mail'
import { holding, overOn } from '../../register'
import { dateIn, money } from '../../std/written'
import { accountsOf } from '../accounts'
import { type ListingSummary, summariesOf } from '../listings'
import { placeById } from '../places'
import { foundAmong, type Search } from '../search'
import { foundIn } from './found'
import { type SavedRow, searchById } from './queries'
import { mostInMail } from './rules'
import { keptSearch, nameOf } from './saved'
import { words } from './words'

export type Told = { advert: ListingSummary; former: number | null }

/** What a mail told, those of it that the search still finds: cheaper ones first, then the newest. */
export async function toldIn(p: Platform, db: Db, search: Search, row: SavedRow, mail: string): Promise<Told[]> {
  const now = p.clock.now()
  const told = new Map((await foundIn(p, db, row, mail)).map(({ listing, former }) => [listing, former]))
  const still = (await foundAmong(db, now, search, [...told.keys()])).map(({ id }) => id)
  const at = ({ published_at }: ListingSummary) => published_at?.getTime() ?? 0
  return (await summariesOf(db, now, still))
    .sort((a, b) => at(b) - at(a) || (a.id < b.id ? -1 : 1))
    .map((advert) => ({ advert, former: told.get(advert.id) ?? null }))
    .sort((a, b) => Number(b.former !== null) - Number(a.former !== null))
}

/** Until when a search is kept. */
export const endsOn = ({ used_at }: Pick<SavedRow, 'used_at'>): Date => overOn(holding['search.saved'].keep, used_at)

/** The account that asked for mails about a search, and the search in words. What it looks for leaves with the mail, and is written down so. */
async function about(p: Platform, db: Db, person: string, id: string) {
  const row = await searchById(db, id)
  const account = (await accountsOf(p, db, [person])).get(person)
  if (!row || row.person_id !== person || row.frequency === 'none' || !account?.notifications.alerts) return undefined
  const { query } = (await p.vault.keys(db, [person])).bind('saved_searches', row)
  const { search } = keptSearch(query.open('serviceMail'), account.language)
  const { language } = account
  const link = `${p.config.publicUrl}/${language}/alerts/link/${tokenOf(p, 'alert', id)}`
  return {
    row,
    search,
    link,
    to: account.email,
    language,
    text: words(language).mails,
    name: nameOf(search, language, p.clock.now()),
    disclosed: () => disclose(p, db, person, 'mail', 'serviceMail', { 'search.saved': query }),
  }
}

const found: MailTemplate = async (p, db, person, { search: id = '', mail = '' }) => {
  const asked = await about(p, db, person, id)
  if (!asked) return undefined
  const { language, text, link, name, row } = asked
  const told = await toldIn(p, db, asked.search, row, mail)
  if (told.length === 0) return undefined
  await asked.disclosed()
  const shown = told.slice(0, mostInMail)
  const all = `${link}?of=${mail}`
  return {
    to: asked.to,
    language,
    subject: text.found.subject(told.length, name),
    paragraphs: [
      text.found.lead(told.length, name),
      ...(told.length > shown.length ? [text.found.some(shown.length, told.length)] : []),
    ],
    list: shown.map(({ advert, former }) => ({
      text: [
        text.aMonth(money(advert.total, language)) + (former === null ? '' : ` (${text.was(money(former, language))})`),
        advert.title,
        placeById(advert.place_id)?.names[language],
      ]
        .filter(Boolean)
        .join(' · '),
      url: `${p.config.publicUrl}/${language}/rooms/${advert.public_id}`,
    })),
    button: { label: told.length > shown.length ? text.found.all(told.length) : text.found.look, url: all },
    after: [text.why(text.often[row.frequency], dateIn(endsOn(row), language))],
    links: [
      { label: text.renew, url: link },
      { label: text.stop, url: `${link}/unsubscription` },
    ],
    unsubscribe: `${link}/unsubscription`,
  }
}

const ending: MailTemplate = async (p, db, person, { search: id = '' }) => {
  const asked = await about(p, db, person, id)
  if (!asked) return undefined
  const { language, text, link, name, row } = asked
  await asked.disclosed()
  return {
    to: asked.to,
    language,
    subject: text.ending.subject(name),
    paragraphs: [text.ending.lead(name, dateIn(endsOn(row), language))],
    button: { label: text.ending.keep, url: link },
    after: [text.ending.else],
    links: [{ label: text.stop, url: `${link}/unsubscription` }],
    unsubscribe: `${link}/unsubscription`,
  }
}

export const mails: NonNullable<Feature['mails']> = { 'alerts.found': found, 'alerts.ending': ending }
