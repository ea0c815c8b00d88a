import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Db } from '../../platform/db'
import type { ListingFacts } from '../../platform/feature'
import { check, type Errors, fieldsOf, optional, readForm, type Typed, typedOf } from '../../platform/forms'
import { addressOf, type Env, missing, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { BackLink, Button, Card, ErrorSummary, Form, LinkButton, Notice, TextArea, Time } from '../../ui'
import { accountsOf, freeUserName, RegistrationFields, register, registrationFields, registrationWords } from '../accounts'
import { AdvertLine } from './advert'
import { answeringLine } from './answering/line'
import { count, type Limit, messageForm } from './forms'
import { advertPath, confirmedPath, inboxPath, signInPath, threadPath, waitingPath } from './paths'
import { keepReply, whetherToReply } from './pending'
import { PhoneLine } from './phone'
import { type Advert, publicAdvert } from './queries/adverts'
import { blocksBetween } from './queries/blocks'
import { threadAbout } from './queries/threads'
import { longest, type ReplyRefusal } from './rules'
import { words } from './words'
import { sendReply } from './write'

/** The page of an advert is the same for every stranger, so it proposes no user name: one left empty is chosen here. */
const guestForm = z.object({ ...messageForm.shape, ...registrationFields, userName: optional(registrationFields.userName) })

/** `title`: the heading that the form stands under, on the page of the advert or on its own. */
type FormProps = { c: Context<Env>; publicId: string; title: 'h1' | 'h2'; typed?: Typed; errors?: Errors }

/** The reply comes first; who has no account says below it who they are. */
async function ReplyForm({ c, publicId, title, typed, errors = [] }: FormProps) {
  const { p, viewer, language: lang } = c.var
  const { reply } = words(lang)
  const me = viewer && (await accountsOf(p, p.db, [viewer.personId])).get(viewer.personId)
  const shares = me ? reply.sharesMine(me.firstName.open('messaging'), me.email.open('messaging')) : reply.shares
  const field = fieldsOf(lang, typed, errors)
  return (
    <Form action={advertPath(lang, publicId, '/reply')} label={reply.title}>
      {!viewer && (
        <p class="small">
          {reply.have} <a href={signInPath(lang, advertPath(lang, publicId, '/reply'))}>{reply.signIn}</a>
        </p>
      )}
      <TextArea {...field('text')} label={reply.text} hint={`${reply.hint} ${reply.placeholderHint}`} maxlength={longest} />
      {!viewer && (
        <>
          {title === 'h1' ? <h2>{reply.fieldsTitle}</h2> : <h3>{reply.fieldsTitle}</h3>}
          <p class="small">{reply.fieldsText}</p>
          <RegistrationFields lang={lang} typed={typed} errors={errors} mayBeEmpty />
        </>
      )}
      <Notice>{shares}</Notice>
      <Button icon="message">{viewer ? reply.send : reply.sendNew}</Button>
    </Form>
  )
}

/** How a visitor stands towards an advert: they can reply, it is their own, they replied before, or writing is closed between the two. */
async function standing(c: Context<Env>, listing: Pick<ListingFacts, 'id' | 'personId'>) {
  const { p, viewer } = c.var
  if (!viewer) return { may: true }
  if (listing.personId === viewer.personId) return { may: false, own: true }
  const [thread, { byMe, byOther }] = await Promise.all([
    threadAbout(p.db, listing.id, viewer.personId),
    blocksBetween(p.db, viewer.personId, listing.personId),
  ])
  return { may: !thread && !byMe && !byOther, thread, closed: byMe || byOther }
}
type Standing = Awaited<ReturnType<typeof standing>>

/** What stands in the place of the form for who cannot reply, or did. */
const Instead = ({ c, own, thread }: { c: Context<Env> } & Standing) => {
  const { language: lang } = c.var
  const { reply, refusals } = words(lang)
  if (own)
    return (
      <>
        <p>{reply.own}</p>
        <LinkButton variant="secondary" href={inboxPath(lang, 'received')}>
          {reply.ownInbox}
        </LinkButton>
      </>
    )
  if (!thread) return <p>{refusals.closed}</p>
  return (
    <>
      <p>
        <ReplyDone c={c} at={thread.created_at} />
      </p>
      <LinkButton icon="message" href={threadPath(lang, thread.public_id)}>
        {reply.toThread}
      </LinkButton>
    </>
  )
}

/** "You replied … to this advert", the moment in its own element. */
const ReplyDone = ({ c, at }: { c: Context<Env>; at: Date }) => {
  const { p, language: lang } = c.var
  const [before, after] = words(lang).reply.already('|').split('|')
  return (
    <>
      {before}
      <Time at={at} now={p.clock.now()} lang={lang} />
      {after}
    </>
  )
}

/** What stands beside an advert: the form, or how the conversation stands, and the way to the telephone number. */
export async function replyPanel(c: Context<Env>, listing: ListingFacts): Promise<Child> {
  if (!listing.personId) return null
  const { language: lang } = c.var
  const { reply } = words(lang)
  const stands = await standing(c, listing)
  const answering = await answeringLine(c, listing.personId)
  return (
    <div id="reply">
      <Card title={reply.title}>
        {stands.may ? (
          <>
            {answering}
            <p class="soft small">{reply.free}</p>
            {await ReplyForm({ c, publicId: listing.publicId, title: 'h2' })}
          </>
        ) : (
          <Instead c={c} {...stands} />
        )}
        {!stands.own && (
          <PhoneLine lang={lang} listing={listing} shown={listing.spotlit || (stands.thread !== undefined && !stands.closed)} />
        )}
      </Card>
    </div>
  )
}

type Trouble = { typed?: Typed; errors?: Errors; refusal?: ReplyRefusal; tooMany?: { limit: Limit; wait: number } }

async function replyPage(c: Context<Env>, advert: Advert, { typed, errors = [], refusal, tooMany }: Trouble = {}) {
  const { language: lang } = c.var
  const text = words(lang)
  const { reply } = text
  const stands = await standing(c, { id: advert.id, personId: advert.person_id })
  const kept = typedOf(typed, 'text')
  const status = tooMany ? 429 : refusal ? 422 : undefined
  if (tooMany) c.header('retry-after', String(tooMany.wait))
  return page(
    c,
    { title: reply.pageTitle, errors, noindex: true, islands: ['islands/password.ts'], ...(status ? { status } : {}) },
    <>
      <BackLink lang={lang} href={advertPath(lang, advert.public_id)} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{reply.title}</h1>
      <div class="measure flow">
        <AdvertLine lang={lang} advert={advert} />
        {refusal && (
          <Notice tone="warning" live>
            {text.refusals[refusal]}
          </Notice>
        )}
        {tooMany && tooMany.limit !== 'phones' && (
          <Notice tone="warning" title={text.tooManyTitle} live>
            {text.tooMany[tooMany.limit]}
          </Notice>
        )}
        {stands.may ? (
          await ReplyForm({ c, publicId: advert.public_id, title: 'h1', ...(typed ? { typed } : {}), errors })
        ) : (
          <Instead c={c} {...stands} />
        )}
        {!stands.may && kept && <TextArea lang={lang} name="text" label={text.keepText} hint={text.notSent} value={kept} />}
      </div>
    </>,
  )
}

/** The advert went while the reply was written: the words are given back. */
const gonePage = (c: Context<Env>, typed: Typed) => {
  const { language: lang } = c.var
  const text = words(lang)
  const kept = typedOf(typed, 'text')
  return page(
    c,
    { title: text.goneTitle, noindex: true, status: 404 },
    <>
      <h1>{text.goneTitle}</h1>
      <p class="lead">{text.refusals.gone}</p>
      {kept && <TextArea lang={lang} name="text" label={text.keepText} hint={text.notSent} value={kept} />}
      <LinkButton href={`/${lang}/rooms`}>{text.search}</LinkButton>
    </>,
  )
}

const publicIdShape = '[a-z0-9]{1,40}'

/** Sends the reply of who is signed in. */
async function replySignedIn(c: Context<Env>, advert: Advert, person: string, typed: Typed) {
  const { p, language: lang } = c.var
  const checked = check(messageForm, typed, lang)
  if (!checked.ok) return replyPage(c, advert, { typed, errors: checked.errors })
  const { refusal } = await whetherToReply(p, p.db, advert.id, person)
  if (refusal) return replyPage(c, advert, { typed, refusal })
  const known = await threadAbout(p.db, advert.id, person)
  for (const limit of known ? (['messages'] as const) : (['messages', 'threads'] as const)) {
    const { wait } = await unlessTooMany(() => count(p, limit, person))
    if (wait !== undefined) return replyPage(c, advert, { typed, tooMany: { limit, wait } })
  }
  const sent = await p.db.transaction().execute((trx) => sendReply(p, trx, advert, person, checked.values.text))
  return sent ? c.redirect(`${threadPath(lang, sent.publicId)}#write`, 303) : gonePage(c, typed)
}

/** Keeps the reply of who has no account yet, and mails the address they give. */
async function replyAsGuest(c: Context<Env>, advert: Advert, typed: Typed) {
  const { p, language: lang } = c.var
  const checked = check(guestForm, typed, lang, registrationWords(lang))
  if (!checked.ok) return replyPage(c, advert, { typed, errors: checked.errors })
  const { text, userName, ...who } = checked.values
  const values = { ...who, userName: userName ?? (await freeUserName(p, p.db, lang)) }
  const also = async (trx: Db, person: string) => {
    await count(p, 'pending', networkOf(addressOf(c)))
    await keepReply(p, trx, person, advert.id, text)
  }
  const kept = await unlessTooMany(() => register(c, typed, values, { to: confirmedPath(lang), also }))
  if (kept.wait !== undefined) return replyPage(c, advert, { typed, tooMany: { limit: 'pending', wait: kept.wait } })
  return kept.done.length > 0 ? replyPage(c, advert, { typed, errors: kept.done }) : c.redirect(waitingPath(lang), 303)
}

export const replyPages = new Hono<Env>()
  .get(`/rooms/:advert{${publicIdShape}}/reply`, async (c) => {
    const { p, language: lang, viewer } = c.var
    const advert = await publicAdvert(p.db, p.clock.now(), { publicId: c.req.param('advert') })
    if (!advert?.person_id) throw missing()
    const thread = viewer && (await threadAbout(p.db, advert.id, viewer.personId))
    return thread ? c.redirect(threadPath(lang, thread.public_id), 303) : replyPage(c, advert)
  })
  .post(`/rooms/:advert{${publicIdShape}}/reply`, async (c) => {
    const { p, viewer } = c.var
    const { typed } = await readForm(c)
    const advert = await publicAdvert(p.db, p.clock.now(), { publicId: c.req.param('advert') })
    if (!advert?.person_id) return gonePage(c, typed)
    return viewer ? replySignedIn(c, advert, viewer.personId, typed) : replyAsGuest(c, advert, typed)
  })
