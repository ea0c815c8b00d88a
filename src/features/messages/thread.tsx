import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import { check, type Errors, errorOf, readForm, type Typed, typedOf } from '../../platform/forms'
import { type Env, missing } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { mustStay } from '../../platform/people'
import { BackLink, Button, ErrorSummary, Form, MessageBubble, Notice, Pagination, Split, TextArea, Thread, Time } from '../../ui'
import { accountsOf } from '../accounts'
import { firstPhotos } from '../listings'
import { placeById, regionOf } from '../places'
import { AdvertStrip } from './advert'
import { answeringLine } from './answering/line'
import { count, messageForm, pageOf, switchForm } from './forms'
import { type Own, ownThread } from './own'
import { inboxPath, threadPath } from './paths'
import { publicAdvert } from './queries/adverts'
import { blocksBetween, deleteBlock, insertBlock } from './queries/blocks'
import { messagesIn } from './queries/messages'
import { noteRead, setArchived } from './queries/threads'
import { QuestionHint, QuestionsLink } from './questions/hint'
import { askedIn } from './questions/questions'
import { replyCard } from './replies/aside'
import { closedFor, hasRead, isUnread, longest, otherSide, perPage, threadIdShape } from './rules'
import { MoneyWarning } from './scam-help'
import { ThreadAside } from './thread-aside'
import { nameOf } from './view'
import { viewingPanel } from './viewings/panel'
import { WarningNotice } from './warning/notice'
import { words } from './words'
import { sendMessage } from './write'

/** What the page of a thread shows, opened for its reader: the keys of both people come in one query. */
async function conversation(c: Context<Env>, { row, side, personId, other }: Own, at: number) {
  const { p, language: lang } = c.var
  const ring = p.vault.keys(p.db, [personId, other])
  const [found, blocks, people, keys, advert, photos] = await Promise.all([
    messagesIn(p.db, row, perPage + 1, (at - 1) * perPage),
    blocksBetween(p.db, personId, other),
    accountsOf(p, p.db, [other], ring),
    ring,
    row.listing_id ? publicAdvert(p.db, p.clock.now(), { id: row.listing_id }) : undefined,
    firstPhotos(p.db, row.listing_id ? [row.listing_id] : []),
  ])
  const messages = found
    .slice(0, perPage)
    .toReversed()
    .map((message) => ({
      id: message.id,
      mine: message.person_id === personId,
      at: message.created_at,
      text: keys.bind('messages', message).body.open('messaging'),
    }))
  return {
    messages,
    more: found.length > perPage,
    who: nameOf(row, side, people, lang),
    email: side === 'advertiser' && other ? people.get(other)?.email.open('messaging') : undefined,
    closed: closedFor(row, side, blocks),
    advert,
    photo: advert && photos.get(advert.id),
  }
}

type Trouble = { typed?: Typed; errors?: Errors; wait?: number; asked?: ReturnType<typeof askedIn> }

/** Where the room is, which says what may be asked. */
const regionOfThread = ({ row }: Own) => {
  const place = placeById(row.listing_place)
  return place && regionOf(place)
}

/** The page of a conversation, with what could not be done on it. */
export async function threadPage(c: Context<Env>, own: Own, { typed, errors = [], wait, asked }: Trouble = {}) {
  const { p, language: lang } = c.var
  const { row, side } = own
  const at = pageOf(c)
  const { messages, more, who, email, closed, advert, photo } = await conversation(c, own, at)
  // A GET that notes something, but only for who is signed in and looks: what scans links in mails is not.
  if (isUnread(row, side)) await noteRead(p.db, row.id, side, row.last_message_at)
  const text = words(lang)
  const now = p.clock.now()
  const standing = await replyCard(c, own, closed !== undefined)
  const answering = side === 'seeker' ? await answeringLine(c, own.other) : null
  const report = threadPath(lang, row.public_id, '/report')
  const viewing = await viewingPanel(c, own, { name: who.name, closed: closed !== undefined, errors })
  const title = who.gone
    ? row.resting
      ? text.withResting
      : text.withGone
    : who.known
      ? text.withName(who.name)
      : text.withAdvertiser
  const lastOfMine = messages.findLast((message) => message.mine)
  const notSent = errors.length > 0 || wait !== undefined || asked ? typedOf(typed, 'text') : ''
  const region = regionOfThread(own)
  return page(
    c,
    { title, errors, noindex: true, ...(wait === undefined ? (asked ? { status: 422 } : {}) : { status: 429 }) },
    <>
      <BackLink lang={lang} href={inboxPath(lang)} text={text.back} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      {c.req.query('sent') !== undefined && errors.length === 0 && <Notice tone="success" title={text.sent} live />}
      <Split
        after
        aside={
          <ThreadAside
            lang={lang}
            row={row}
            side={side}
            name={who.name}
            email={email}
            closed={closed}
            advert={advert}
            standing={standing}
          />
        }
      >
        <AdvertStrip lang={lang} row={row} advert={advert} photo={photo} />
        {answering}
        {side === 'seeker' && <WarningNotice lang={lang} row={row} report={report} />}
        {more && <Pagination lang={lang} previous={`${threadPath(lang, row.public_id)}?page=${at + 1}`} />}
        <Thread label={title}>
          {messages.map((message) => (
            <>
              <MessageBubble
                lang={lang}
                from={who.name}
                mine={message.mine}
                at={<Time at={message.at} now={now} lang={lang} />}
                {...(message === lastOfMine && hasRead(row, otherSide(side), message.at) ? { status: text.read } : {})}
              >
                {message.text}
              </MessageBubble>
              {!message.mine && <MoneyWarning text={message.text} report={report} lang={lang} reader={side} />}
            </>
          ))}
        </Thread>
        {at > 1 && <Pagination lang={lang} next={`${threadPath(lang, row.public_id)}?page=${at - 1}`} />}
        {viewing}
        <div id="write" class="flow">
          {closed && (
            <Notice title={text[closed].title} live={errors.length > 0}>
              {text[closed].text}
            </Notice>
          )}
          {wait !== undefined && (
            <Notice tone="warning" title={text.tooManyTitle} live>
              {text.tooMany.messages}
            </Notice>
          )}
          {asked && region && <QuestionHint found={asked} region={region} language={lang} />}
          {closed ? (
            notSent && <TextArea lang={lang} name="text" label={text.keepText} hint={text.notSent} value={notSent} rows={4} />
          ) : (
            <Form action={threadPath(lang, row.public_id)} label={text.writeAria} hidden={asked ? { asked: '1' } : {}}>
              <TextArea
                lang={lang}
                name="text"
                label={text.write}
                value={notSent}
                error={errorOf(errors, 'text')}
                rows={5}
                maxlength={longest}
                {...(side === 'advertiser' && !row.answered_at ? { hint: text.firstAnswer(who.name) } : {})}
              />
              <Button icon="message">{text.send}</Button>
            </Form>
          )}
          {side === 'advertiser' && !closed && !asked && (
            <p class="small">
              <QuestionsLink region={region} language={lang} />
            </p>
          )}
        </div>
      </Split>
    </>,
  )
}

export const threadPages = new Hono<Env>()
  .get(`/messages/:thread{${threadIdShape}}`, async (c) => threadPage(c, await ownThread(c)))
  .post(`/messages/:thread{${threadIdShape}}`, async (c) => {
    const { p, language: lang } = c.var
    const own = await ownThread(c)
    const { typed } = await readForm(c)
    const checked = check(messageForm, typed, lang)
    if (!checked.ok) return threadPage(c, own, { typed, errors: checked.errors })
    const { row, side, personId, other } = own
    const closed = closedFor(row, side, await blocksBetween(p.db, personId, other))
    if (closed) return threadPage(c, own, { typed, errors: [{ name: 'text', message: words(lang)[closed].title }] })
    // A word beforehand, once: who sends it again has thought about it. Nothing is kept of it.
    const region = side === 'advertiser' && typedOf(typed, 'asked') === '' ? regionOfThread(own) : undefined
    const asked = region ? askedIn(checked.values.text, region, dayOf(p.clock.now())) : []
    if (asked.length > 0) return threadPage(c, own, { typed, asked })
    const { wait } = await unlessTooMany(() => count(p, 'messages', personId))
    if (wait !== undefined) {
      c.header('retry-after', String(wait))
      return threadPage(c, own, { typed, wait })
    }
    await p.db.transaction().execute((trx) => sendMessage(p, trx, row.id, personId, checked.values.text))
    return c.redirect(`${threadPath(lang, row.public_id)}#write`, 303)
  })
  .post(`/messages/:thread{${threadIdShape}}/archive`, async (c) => {
    const { p, language: lang } = c.var
    const { row, side } = await ownThread(c)
    const checked = check(switchForm, (await readForm(c)).typed, lang)
    if (!checked.ok) throw missing()
    await setArchived(p.db, row.id, side, checked.values.on === '1')
    return c.redirect(inboxPath(lang), 303)
  })
  .post(`/messages/:thread{${threadIdShape}}/block`, async (c) => {
    const { p, language: lang } = c.var
    const { row, personId, other } = await ownThread(c)
    const checked = check(switchForm, (await readForm(c)).typed, lang)
    if (!checked.ok || !other) throw missing()
    if (checked.values.on === '1')
      await p.db.transaction().execute(async (trx) => {
        await mustStay(trx, personId)
        await insertBlock(trx, { id: randomUUID(), person_id: personId, blocked_id: other, created_at: p.clock.now() })
      })
    else await deleteBlock(p.db, personId, other)
    return c.redirect(threadPath(lang, row.public_id), 303)
  })
