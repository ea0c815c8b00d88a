import { type Context, Hono } from 'hono'
import { check, type Errors, errorOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { type Env, missing, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { dayOf } from '../../../std/written'
import { BackLink, Button, Confirm, DateInput, ErrorSummary, Form, TextInput } from '../../../ui'
import { accountsOf } from '../../accounts'
import { type Own, type OwnAdvert, ownAdvert, ownAsAdvertiser, ownThread } from '../own'
import { ownAdvertPath, slotPath, threadPath } from '../paths'
import { blocksBetween } from '../queries/blocks'
import { openThreadsOf } from '../queries/replies'
import { closedFor, threadIdShape } from '../rules'
import { threadPage } from '../thread'
import { aboutOf, nameOf } from '../view'
import { words as threadWords } from '../words'
import { book, callOff, changeSlot, offer } from './acts'
import { calendarOf } from './calendar'
import { bookForm, moveForm, moveOf } from './forms'
import { offerPage, readOffer } from './offer'
import { bookingIn, bookingsIn, ownSlot, slotsIn, slotsOfListing } from './queries'
import { clockOf, endOf, stands } from './rules'
import { whenIn } from './when'
import { words } from './words'

const thread = `/messages/:thread{${threadIdShape}}`
const advert = '/messages/adverts/:publicId{[a-z0-9]{12}}'
const slot = '/messages/viewings/:slot{[0-9a-f-]{36}}'

const isClosed = async (c: Context<Env>, { row, side, personId, other }: Own): Promise<boolean> =>
  row.outcome !== null || closedFor(row, side, await blocksBetween(c.var.p.db, personId, other)) !== undefined

/** What the page of offering says when it is about one thread. */
async function inThread(c: Context<Env>, own: Own) {
  const { p, language: lang } = c.var
  const { name } = nameOf(own.row, own.side, await accountsOf(p, p.db, [own.other]), lang)
  const back = threadPath(lang, own.row.public_id)
  return {
    title: words(lang).offerTo(name),
    lead: null,
    back: { href: back, text: threadWords(lang).withName(name) },
    action: threadPath(lang, own.row.public_id, '/viewings'),
    slots: await slotsIn(p.db, own.row, p.clock.now()),
  }
}

/** And when it is about all who replied to an advert. */
async function forAll(c: Context<Env>, { id, public_id, title, personId }: OwnAdvert) {
  const { p, language: lang } = c.var
  const open = await openThreadsOf(p.db, id, personId)
  return {
    title: words(lang).offerAll,
    lead: <p>{words(lang).offerAllText(open.length)}</p>,
    back: { href: ownAdvertPath(lang, public_id), text: title },
    action: ownAdvertPath(lang, public_id, '/viewings'),
    slots: await slotsOfListing(p.db, id, personId, p.clock.now()),
  }
}

/** A time of one's own that can still be changed. */
async function changeable(c: Context<Env>) {
  const { p } = c.var
  const { personId } = signedIn(c)
  const found = await ownSlot(p.db, c.req.param('slot') ?? '', personId)
  if (!found || found.cancelled || found.starts_at <= p.clock.now()) throw missing()
  const [booking] = await bookingsIn(p.db, [found.id])
  return { ...found, personId, booking }
}
type Changeable = Awaited<ReturnType<typeof changeable>>

async function slotPage(c: Context<Env>, found: Changeable, typed: Typed = {}, errors: Errors = []) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const value = (name: string, otherwise: string) => (errors.length > 0 ? typedOf(typed, name) : otherwise)
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  return page(
    c,
    { title: text.changeTitle, errors, noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/messages`} text={threadWords(lang).back} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.changeTitle}</h1>
      <div class="measure flow">
        <p class="lead">{whenIn(found.starts_at, lang)}</p>
        <p>{text.changeText(found.taken)}</p>
        <Form action={slotPath(lang, found.id)} label={text.move}>
          <DateInput {...field('day')} label={text.day} min={dayOf(p.clock.now())} value={value('day', dayOf(found.starts_at))} />
          <TextInput {...field('time')} label={text.time} width={10} value={value('time', clockOf(found.starts_at))} />
          <Button icon="calendar">{text.move}</Button>
        </Form>
        <Confirm
          title={text.callOff}
          action={slotPath(lang, found.id, '/cancellation')}
          confirm={text.callOff}
          cancel={{ href: `/${lang}/messages`, text: threadWords(lang).back }}
          danger
        />
      </div>
    </>,
  )
}

/** Where one goes after a change: to who it concerned, else to the advert's replies. */
const afterChange = (c: Context<Env>, { booking }: Changeable) =>
  c.redirect(booking ? threadPath(c.var.language, booking.public_id) : `/${c.var.language}/messages`, 303)

export const viewingPages = new Hono<Env>()
  .get(`${thread}/viewings`, async (c) => {
    const own = await ownAsAdvertiser(c)
    return (await isClosed(c, own))
      ? c.redirect(threadPath(c.var.language, own.row.public_id), 303)
      : offerPage(c, await inThread(c, own))
  })
  .post(`${thread}/viewings`, async (c) => {
    const { p, language: lang } = c.var
    const own = await ownAsAdvertiser(c)
    const read = await readOffer(c)
    if (!read.offer) return offerPage(c, await inThread(c, own), read.typed, read.errors)
    const { row, personId } = own
    if (!(await isClosed(c, own)))
      await p.db
        .transaction()
        .execute((trx) => offer(p, trx, personId, { listing: row.listing_id, thread: row.id }, [row], read.offer))
    return c.redirect(threadPath(lang, row.public_id), 303)
  })
  .get(`${advert}/viewings`, async (c) => offerPage(c, await forAll(c, await ownAdvert(c))))
  .post(`${advert}/viewings`, async (c) => {
    const { p, language: lang } = c.var
    const own = await ownAdvert(c)
    const read = await readOffer(c)
    if (!read.offer) return offerPage(c, await forAll(c, own), read.typed, read.errors)
    await p.db.transaction().execute(async (trx) => {
      const threads = await openThreadsOf(trx, own.id, own.personId)
      await offer(p, trx, own.personId, { listing: own.id }, threads, read.offer)
    })
    return c.redirect(ownAdvertPath(lang, own.public_id), 303)
  })
  .post(`${thread}/booking`, async (c) => {
    const { p, language: lang } = c.var
    const own = await ownThread(c)
    if (own.side !== 'seeker') throw missing()
    const checked = check(bookForm, (await readForm(c)).typed, lang)
    if (!checked.ok) throw missing()
    const why = (await isClosed(c, own))
      ? 'gone'
      : await p.db.transaction().execute((trx) => book(p, trx, own.row, checked.values.slot))
    return why
      ? threadPage(c, own, { errors: [{ name: 'slot', message: words(lang)[why] }] })
      : c.redirect(threadPath(lang, own.row.public_id), 303)
  })
  .post(`${thread}/booking/cancellation`, async (c) => {
    const { p, language: lang } = c.var
    const { row, side } = await ownThread(c)
    await p.db.transaction().execute((trx) => callOff(p, trx, row, side))
    return c.redirect(threadPath(lang, row.public_id), 303)
  })
  .get(`${thread}/viewing.ics`, async (c) => {
    const { p, language: lang } = c.var
    const { row, side } = await ownThread(c)
    const booking = await bookingIn(p.db, row.id)
    if (!booking) throw missing()
    const keys = await p.vault.keys(p.db, [booking.advertiser])
    const { note } = keys.bind('slots', { id: booking.slot_id, person_id: booking.advertiser, note: booking.note })
    const text = words(lang)
    const url = `${p.config.publicUrl}${threadPath(lang, row.public_id)}`
    const standing = stands(booking)
    const file = calendarOf({
      uid: `${booking.id}@${new URL(p.config.publicUrl).hostname}`,
      sequence: booking.sequence,
      cancelled: !standing,
      start: booking.starts_at,
      end: endOf(booking),
      made: p.clock.now(),
      summary: text.summary(aboutOf(row, lang)),
      description: `${text.description} ${url}`,
      location: standing && (side === 'advertiser' || row.advertiser_id) ? note?.open('messaging') : undefined,
      url,
      organizer: { name: p.site.name, uri: p.config.publicUrl },
    })
    return c.body(file, 200, {
      'content-type': `text/calendar; charset=utf-8; method=${standing ? 'PUBLISH' : 'CANCEL'}`,
      'content-disposition': `attachment; filename="${text.fileName}.ics"`,
      'cache-control': 'private, no-store',
    })
  })
  .get(slot, async (c) => slotPage(c, await changeable(c)))
  .post(slot, async (c) => {
    const { p, language: lang } = c.var
    const found = await changeable(c)
    const { typed } = await readForm(c)
    const checked = check(moveForm, typed, lang)
    const to = checked.ok ? moveOf(checked.values, p.clock.now(), lang) : checked.errors
    if (Array.isArray(to)) return slotPage(c, found, typed, to)
    await p.db.transaction().execute((trx) => changeSlot(p, trx, found.personId, found.id, to))
    return afterChange(c, found)
  })
  .post(`${slot}/cancellation`, async (c) => {
    const { p } = c.var
    const found = await changeable(c)
    await p.db.transaction().execute((trx) => changeSlot(p, trx, found.personId, found.id, 'off'))
    return afterChange(c, found)
  })
