import { type Context, Hono } from 'hono'
import { check, readForm } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { holding, overOn } from '../../register'
import type { Outcome } from '../../register/tables/messages'
import type { Language } from '../../std/words'
import { dateIn } from '../../std/written'
import {
  Button,
  ButtonRow,
  Card,
  Empty,
  Form,
  LinkButton,
  Notice,
  Pagination,
  Tabs,
  type ThreadItem,
  ThreadList,
  Time,
} from '../../ui'
import { accountsOf } from '../accounts'
import { count, pageOf, unsentForm } from './forms'
import { inboxPath, threadPath, unsentPath } from './paths'
import { type Unsent, unsentOf } from './pending'
import { type Box, boxes, latestThread, threadsOf, unreadCount } from './queries/inbox'
import { deletePending } from './queries/pending'
import { leavingAmong } from './queries/replies'
import type { ThreadRow } from './queries/threads'
import { AdvertsWithReplies } from './replies/pages'
import { statusOf, toldOf } from './replies/status'
import { StatusTag, ToldTag } from './replies/tags'
import { isUnread, otherSide, perPage, personAt, type Side, sideOf, stateOf } from './rules'
import { aboutOf, nameOf, priceOf, StateTag } from './view'
import { viewingsAmong } from './viewings/queries'
import { WarningTag } from './warning/notice'
import { words } from './words'
import { sendReply } from './write'

const boxOf = (value: string | undefined): Box => boxes.find((box) => box === value) ?? 'all'

type Extra = { leaving: Outcome | undefined; booked: boolean; invited: boolean }
/** How a conversation stands, in a word: a warning before all, then news, then what came of the reply. */
function tagOf(thread: ThreadRow, side: Side, lang: Language, extra: Extra) {
  if (side === 'seeker' && thread.warned_at && !thread.withdrawn_at) return <WarningTag lang={lang} />
  const state = stateOf(thread, side)
  if (state === 'ended' || state === 'resting' || state === 'new') return <StateTag state={state} lang={lang} />
  if (side === 'seeker') return <ToldTag told={toldOf({ ...thread, ...extra })} lang={lang} />
  const status = statusOf({ ...thread, ...extra })
  return status === 'seen' || status === 'new' ? (
    <StateTag state={state} lang={lang} />
  ) : (
    <StatusTag status={status} lang={lang} />
  )
}

/** One line of each conversation on this page of the box, opened for its reader. */
async function linesOf(c: Context<Env>, person: string, box: Box, at: number): Promise<{ items: ThreadItem[]; more: boolean }> {
  const { p, language: lang } = c.var
  const now = p.clock.now()
  const found = await threadsOf(p.db, person, box, now, perPage + 1, (at - 1) * perPage)
  const threads = found.slice(0, perPage)
  const others = threads.map((thread) => personAt(thread, otherSide(sideOf(thread, person))))
  const ring = p.vault.keys(p.db, [person, ...others])
  const [people, keys] = await Promise.all([accountsOf(p, p.db, others, ring), ring])
  const ids = threads.map((thread) => thread.id)
  const [{ booked, invited }, leaving] = await Promise.all([viewingsAmong(p.db, ids, now), leavingAmong(p.db, ids)])
  const text = words(lang)
  const items = threads.map((thread): ThreadItem => {
    const side = sideOf(thread, person)
    const { message_id, person_id, body, written_at } = thread
    const latest = message_id && person_id && body ? keys.bind('messages', { id: message_id, person_id, body }) : undefined
    const line = latest?.body.open('messaging')
    return {
      href: threadPath(lang, thread.public_id),
      about: thread.title ?? `${aboutOf(thread, lang)}, ${priceOf(thread.listing_total, lang)}`,
      with: nameOf(thread, side, people, lang).name,
      line: line === undefined ? text.noLine : person_id === person && box !== 'sent' ? text.sentLine(line) : line,
      at: <Time at={written_at ?? thread.last_message_at} now={now} lang={lang} />,
      unread: isUnread(thread, side),
      tag: tagOf(thread, side, lang, {
        leaving: leaving.get(thread.id),
        booked: booked.has(thread.id),
        invited: invited.has(thread.id),
      }),
    }
  })
  return { items, more: found.length > perPage }
}

/** A reply that could not be sent: its text, and what can be done about it. */
const UnsentCard = ({ c, unsent }: { c: Context<Env>; unsent: Unsent }) => {
  const { language: lang } = c.var
  const text = words(lang).unsent
  const { advert, refusal } = unsent
  return (
    <Card title={text.title}>
      {advert && <p lang={advert.language}>{advert.title}</p>}
      <p>{refusal ? text.why[refusal] : text.again}</p>
      <blockquote class="kept-text">{unsent.text}</blockquote>
      <p class="soft small">{text.kept(dateIn(overOn(holding['message.pending'].keep, unsent.since), lang))}</p>
      <Form action={unsentPath(lang)} hidden={{ id: unsent.id }}>
        <ButtonRow>
          {!refusal && (
            <Button name="act" value="send">
              {text.send}
            </Button>
          )}
          <Button variant="secondary" name="act" value="drop">
            {text.drop}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

async function inbox(c: Context<Env>, wait?: number) {
  const { p, language: lang } = c.var
  const { personId } = signedIn(c)
  const [box, at] = [boxOf(c.req.query('box')), pageOf(c)]
  const [{ items, more }, unsent, unread] = await Promise.all([
    linesOf(c, personId, box, at),
    unsentOf(p, p.db, personId),
    unreadCount(p.db, personId),
  ])
  const byAdvert = (box === 'received' || box === 'all') && at === 1 ? await AdvertsWithReplies({ c, person: personId }) : null
  const text = words(lang)
  return page(
    c,
    { title: text.title, noindex: true, ...(wait === undefined ? {} : { status: 429 }) },
    <>
      <h1>{text.title}</h1>
      {wait !== undefined && (
        <Notice tone="warning" title={text.tooManyTitle} live>
          {text.tooMany.threads}
        </Notice>
      )}
      {unsent.map((one) => (
        <UnsentCard c={c} unsent={one} />
      ))}
      <Tabs
        label={text.boxesLabel}
        tabs={boxes.map((one) => ({
          text: text.boxes[one],
          href: inboxPath(lang, one),
          current: one === box,
          ...(one === 'all' && unread > 0 ? { count: unread } : {}),
        }))}
      />
      {byAdvert}
      {items.length > 0 ? (
        <ThreadList lang={lang} items={items} />
      ) : (
        <Empty drawing="letterbox" title={text.empty[box].title}>
          <p>{text.empty[box].text}</p>
          {(box === 'all' || box === 'sent') && <LinkButton href={`/${lang}/rooms`}>{text.search}</LinkButton>}
        </Empty>
      )}
      <Pagination
        lang={lang}
        {...(at > 1 ? { previous: inboxPath(lang, box, at - 1) } : {})}
        {...(more ? { next: inboxPath(lang, box, at + 1) } : {})}
      />
    </>,
  )
}

export const inboxPages = new Hono<Env>()
  .get('/messages', (c) => inbox(c))
  .get('/messages/waiting', (c) => {
    const { language: lang } = c.var
    const { waiting } = words(lang)
    return page(
      c,
      { title: waiting.title, noindex: true },
      <>
        <h1>{waiting.title}</h1>
        <p class="lead">{waiting.text}</p>
        <p>{waiting.kept}</p>
        <p class="soft">{waiting.notGot}</p>
        <LinkButton variant="secondary" href={`/${lang}/rooms`}>
          {waiting.back}
        </LinkButton>
      </>,
    )
  })
  .get('/messages/confirmed', async (c) => {
    const { p, language: lang } = c.var
    const { personId } = signedIn(c)
    const kept = await unsentOf(p, p.db, personId)
    const latest = kept.length === 0 ? await latestThread(p.db, personId) : undefined
    return c.redirect(latest ? `${threadPath(lang, latest)}?sent` : inboxPath(lang), 303)
  })
  .post('/messages/unsent', async (c) => {
    const { p, language: lang } = c.var
    const { personId } = signedIn(c)
    const checked = check(unsentForm, (await readForm(c)).typed, lang)
    if (!checked.ok) throw missing()
    const { id, act } = checked.values
    const kept = (await unsentOf(p, p.db, personId)).find((one) => one.id === id)
    if (!kept) throw missing()
    if (act === 'drop') {
      await deletePending(p.db, id, personId)
      return c.redirect(inboxPath(lang), 303)
    }
    const { advert, refusal } = kept
    if (refusal || !advert) return c.redirect(inboxPath(lang), 303)
    const { wait } = await unlessTooMany(() => count(p, 'threads', personId))
    if (wait !== undefined) return inbox(c, wait)
    const sent = await p.db.transaction().execute(async (trx) => {
      const reply = await sendReply(p, trx, advert, personId, kept.text)
      if (reply) await deletePending(trx, id, personId)
      return reply
    })
    return c.redirect(sent ? threadPath(lang, sent.publicId) : inboxPath(lang), 303)
  })
