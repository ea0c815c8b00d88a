import type { Db } from '../../platform/db'
import { disclose } from '../../platform/egress'
import type { Feature, Platform } from '../../platform/feature'
import type { MailTemplate, MailText } from '../../platform/mail'
import { handedOverIn } from '../../privacy'
import { isHolding } from '../../register'
import { dateIn, listIn } from '../../std/written'
import { accountsOf } from '../accounts'
import { itemsSaid } from '../your-data'
import { mintAsk, whoIsAt } from './asks'
import { saidIn } from './demands'
import { askById, demandById, requestById } from './queries'
import { replyTo } from './requests'
import { words } from './words'
import type { Words } from './words.nl'

type Row = NonNullable<Awaited<ReturnType<typeof requestById>>>

type Said = Pick<MailText, 'subject' | 'paragraphs'> & { button: string; after?: readonly string[] }

/** A mail about a request, to whoever made it. It leaves also while their data are restricted. */
const about =
  (
    say: (
      p: Platform,
      db: Db,
      row: Row,
      text: Words['mails'],
      day: (at: Date) => string,
    ) => Promise<Said | undefined> | Said | undefined,
  ): MailTemplate =>
  async (p, db, _person, { request = '' }) => {
    const row = await requestById(db, request)
    const reply = row && (await replyTo(p, db, row))
    const { language } = row ?? {}
    if (!row || !reply || !language) return undefined
    const said = await say(p, db, row, words(language).mails, (at) => dateIn(at, language))
    if (!said) return undefined
    const { button, ...text } = said
    return { to: reply.to, purpose: 'rights', language, ...text, button: { label: button, url: reply.url } }
  }

/** To a member of staff: which request, and where. Not whose it is, nor what it says. */
const toStaff =
  (name: 'soon' | 'late'): MailTemplate =>
  async (p, db, person, { request = '' }) => {
    const row = await requestById(db, request)
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!row || row.closed_at || !account) return undefined
    const { language } = account
    const text = words(language).mails[name]
    return {
      to: account.email,
      language,
      subject: text.subject(p.site.name),
      paragraphs: [
        text.text(words(language).kinds[row.kind].text, dateIn(row.created_at, language), dateIn(row.answer_by, language)),
      ],
      button: { label: words(language).mails.atDesk, url: `${p.config.publicUrl}/${language}/desk/requests/${row.id}` },
    }
  }

const onRequests: NonNullable<Feature['mails']> = {
  /** The link that proves a mailbox, before what was asked enters the queue. */
  'requests.confirm': async (p, db, person, { ask: id = '' }) => {
    const row = await askById(db, id, p.clock.now())
    if (!row?.kind) return undefined
    const { email: to } = (await p.vault.keys(db, [person])).bind('asks', row)
    const { language } = row
    const text = words(language).mails.confirm
    const token = await mintAsk(db, id)
    return {
      to,
      purpose: 'rights',
      language,
      subject: text.subject(p.site.name),
      paragraphs: [text.text(p.site.name)],
      button: { label: text.button, url: `${p.config.publicUrl}/${language}/privacy/request/${token}` },
      after: [words(language).mails.link.notYou],
    }
  },
  'requests.received': about((p, _db, row, { received }, day) => ({
    subject: received.subject(p.site.name),
    paragraphs: [received.text(day(row.answer_by))],
    button: received.button,
  })),
  'requests.extended': about(async (p, db, row, { extended }, day) => {
    const { extension } = (await p.vault.keys(db, [row.person_id])).bind('requests', row)
    if (!extension) return undefined
    const { 'request.desk': reason } = await disclose(p, db, row.person_id, 'mail', 'rights', { 'request.desk': extension })
    return {
      subject: extended.subject(p.site.name),
      paragraphs: [extended.text(day(row.created_at), day(row.answer_by)), reason],
      button: extended.button,
      after: [words(row.language).state.complain(p.site.authority.name[row.language] ?? '')],
    }
  }),
  'requests.answered': about(async (p, db, row, { answered }, day) => {
    const { answer } = (await p.vault.keys(db, [row.person_id])).bind('requests', row)
    if (!answer) return undefined
    const { 'request.desk': said } = await disclose(p, db, row.person_id, 'mail', 'rights', { 'request.desk': answer })
    return {
      subject: answered.subject(p.site.name),
      paragraphs: [answered.text(day(row.created_at)), ...said.split(/\n{2,}/)],
      button: answered.button,
      after: [words(row.language).state.complain(p.site.authority.name[row.language] ?? '')],
    }
  }),
  /** Staff made a copy for an account: it is fetched there. */
  'requests.copy': async (p, db, person) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!account) return undefined
    const { email: to, language } = account
    const { copy } = words(language).mails
    return {
      to,
      purpose: 'rights',
      language,
      subject: copy.subject(p.site.name),
      paragraphs: [copy.text],
      button: { label: copy.button, url: `${p.config.publicUrl}/${language}/account/copy` },
    }
  },
  /** To whom it is about: that an authority got something of theirs, which, and on what ground (G11). */
  'requests.ordered': async (p, db, person, { line = '' }) => {
    const row = await handedOverIn(p, db, line)
    const demand = row?.order_id ? await demandById(db, row.order_id, p.clock.now()) : undefined
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!row || !demand || !account) return undefined
    const { email: to, language } = account
    const { ordered } = words(language).mails
    const { authority, reference, ground } = saidIn(p, demand)
    const items = itemsSaid(language, row.holdings.filter(isHolding)).map((name) => name.toLocaleLowerCase(language))
    return {
      to,
      purpose: 'rights',
      language,
      subject: ordered.subject(p.site.name),
      paragraphs: [ordered.text(dateIn(row.at, language), authority, reference), ordered.what(listIn(items, language), ground)],
      button: { label: ordered.button, url: `${p.config.publicUrl}/${language}/account/data` },
      after: [words(language).state.complain(p.site.authority.name[language] ?? '')],
    }
  },
  'requests.soon': toStaff('soon'),
  'requests.late': toStaff('late'),
}

export const mails: NonNullable<Feature['mails']> = {
  /** To who asked what the site has under an address: a link to see it, or that there is nothing. */
  'requests.link': async (p, db, person, { ask: id = '' }) => {
    const row = await askById(db, id, p.clock.now())
    if (!row) return undefined
    const { email: to } = (await p.vault.keys(db, [person])).bind('asks', row)
    const { language } = row
    const { account, others, given, children } = await whoIsAt(p, db, to.open('rights'))
    const { link: text } = words(language).mails
    const at = `${p.config.publicUrl}/${language}`
    const known = given.length + children.length > 0 || others.some(({ holding }) => holding !== 'email.question')
    return {
      to,
      purpose: 'rights',
      language,
      subject: text.subject(p.site.name),
      paragraphs: [
        text.asked(p.site.name),
        ...(known ? [text.known] : []),
        ...(account ? [text.account] : []),
        ...(known || account ? [] : [text.nothing]),
      ],
      ...(known ? { button: { label: text.button, url: `${at}/privacy/ask/${await mintAsk(db, id)}` } } : {}),
      links: account
        ? [
            { label: text.signIn, url: `${at}/sign-in` },
            { label: text.forgot, url: `${at}/forgot-password` },
          ]
        : [],
      after: [text.notYou],
    }
  },
  ...onRequests,
}
