import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../platform/feature'
import { check, choice, type Errors, fieldsOf, lines, readForm, type Typed, typedOf } from '../../platform/forms'
import { atDesk, type Env, missing } from '../../platform/http'
import { BackLink, Button, ButtonRow, ErrorSummary, Form, Notice, Radios, Tag, TextArea } from '../../ui'
import { deskPage, may, openForStaff, reportReasons, stateReasons } from '../desk'
import { AdvertBody } from './advert-body'
import { Trust } from './evidence/trust'
import { Findings } from './law/findings'
import { hold, refuse, release, settleClaim } from './moderation'
import { paths } from './paths'
import { advertById, claimById, photosOf } from './queries'
import { findingsOfRow } from './stored'
import { words } from './words'

const refusal = z.object({ ground: choice(reportReasons), facts: lines(4000, 20) })
const isId = (id: string) => z.uuid().safeParse(id).success

async function advertPage(c: Context<Env>, typed?: Typed, errors: Errors = []): Promise<Response> {
  const viewer = atDesk(c, may.reports)
  const { p, language } = c.var
  const id = c.req.param('id') ?? ''
  const advert = isId(id) ? await advertById(p.db, id) : undefined
  if (!advert) throw missing()
  const all = words(language)
  const text = all.desk
  const to = paths(language)
  const noun = (name: string) => `${to.desk('adverts', id)}/${name}`
  const withdrawn = advert.status === 'held' || advert.status === 'removed'
  const field = fieldsOf(language, typed, errors)
  const aside = (
    <>
      <p>
        <Tag>{all.mine.status[advert.status]}</Tag>
      </p>
      <Form action={noun(withdrawn ? 'release' : 'hold')}>
        <Button variant="secondary">{withdrawn ? text.release : text.hold}</Button>
      </Form>
      {advert.status !== 'removed' && (
        <Form action={noun('refusal')} label={text.refuse}>
          <Radios
            {...field('ground')}
            label={text.ground}
            options={reportReasons.map((value) => ({ value, text: text.grounds[value] }))}
          />
          {await Promise.all(p.features.map((feature) => feature.besideRemoval?.(c, { target: 'listing', id })))}
          <TextArea {...field('facts')} label={text.facts} hint={text.factsHint} rows={4} />
          <Button variant="danger">{text.refuse}</Button>
        </Form>
      )}
    </>
  )
  const findings = findingsOfRow(p, advert)
  const body = AdvertBody({
    advert,
    photos: await photosOf(p.db, { listing: id }),
    language,
    now: p.clock.now(),
    aside,
    trust: await Trust({ db: p.db, advert, language }),
  })
  return deskPage(
    c,
    viewer,
    { title: advert.title, errors },
    <>
      <BackLink lang={language} href={`/${language}/desk`} />
      <ErrorSummary lang={language} errors={errors} />
      {c.req.query('done') !== undefined && (
        <Notice tone="success" live>
          <p>{text.decided}</p>
        </Notice>
      )}
      <Findings findings={findings} language={language} />
      {body}
    </>,
  )
}

async function claimPage(c: Context<Env>, explanation?: string): Promise<Response> {
  const viewer = atDesk(c, may.reports)
  const { p, language } = c.var
  const id = c.req.param('id') ?? ''
  const claim = isId(id) ? await claimById(p.db, id) : undefined
  if (!claim) throw missing()
  const text = words(language).desk
  const to = paths(language)
  const noun = (name: string) => `${to.desk('claims', id)}/${name}`
  return deskPage(
    c,
    viewer,
    { title: text.claimTitle },
    <>
      <BackLink lang={language} href={`/${language}/desk`} />
      <h1>{text.claimTitle}</h1>
      <p>
        <a href={to.desk('adverts', claim.listing_id)}>{claim.title}</a>
      </p>
      {claim.decided_at !== null || claim.owner !== null ? (
        <Notice>
          <p>{text.over}</p>
        </Notice>
      ) : explanation === undefined ? (
        <Form action={noun('reading')}>
          <Button icon="lock">{text.read}</Button>
          <p class="soft small">{text.readHint}</p>
        </Form>
      ) : (
        <>
          <h2>{text.explanation}</h2>
          <p class="advert-text measure">{explanation}</p>
          <Form action={noun('decision')}>
            <ButtonRow>
              <Button name="accepted" value="1">
                {text.accept}
              </Button>
              <Button name="accepted" value="0" variant="secondary">
                {text.deny}
              </Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </>,
  )
}

/** The part of the desk about adverts. */
export function staff(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const done = (c: Context<Env>) => c.redirect(`${paths(c.var.language).desk('adverts', c.req.param('id') ?? '')}?done`, 303)
  const known = async (c: Context<Env>) => {
    const viewer = atDesk(c, may.reports)
    const id = c.req.param('id') ?? ''
    const advert = isId(id) ? await advertById(p.db, id) : undefined
    if (!advert) throw missing()
    return { viewer, advert }
  }

  app.get('/desk/adverts/:id', (c) => advertPage(c))
  for (const [noun, act] of [['release', release] as const, ['hold', hold] as const])
    app.post(`/desk/adverts/:id/${noun}`, async (c) => {
      const { advert } = await known(c)
      await p.db.transaction().execute((trx) => act(p, trx, advert.id))
      return done(c)
    })
  app.post('/desk/adverts/:id/refusal', async (c) => {
    const { viewer, advert } = await known(c)
    const { typed } = await readForm(c, 50_000)
    const checked = check(refusal, typed, c.var.language)
    if (!checked.ok) return advertPage(c, typed, checked.errors)
    await p.db.transaction().execute(async (trx) => {
      await refuse(p, trx, advert.id)
      if (advert.person_id)
        await stateReasons(p, trx, viewer, {
          person: advert.person_id,
          target: 'listing',
          targetId: advert.id,
          decision: 'removed',
          ...checked.values,
        })
    })
    return done(c)
  })

  app.get('/desk/claims/:id', (c) => claimPage(c))
  app.post('/desk/claims/:id/reading', async (c) => {
    const viewer = atDesk(c, may.reports)
    const claim = isId(c.req.param('id')) ? await claimById(p.db, c.req.param('id')) : undefined
    if (!claim) throw missing()
    await openForStaff(p, p.db, viewer, {
      person: claim.person_id,
      purpose: 'moderation',
      reason: words(c.var.language).desk.readReason,
      holdings: ['claim.listing'],
    })
    const held = (await p.vault.keys(p.db, [claim.person_id])).bind('claims', claim)
    return claimPage(c, held.explanation.open('moderation'))
  })
  app.post('/desk/claims/:id/decision', async (c) => {
    atDesk(c, may.reports)
    const { typed } = await readForm(c, 10_000)
    const id = c.req.param('id')
    if (!isId(id) || !(await claimById(p.db, id))) throw missing()
    await p.db.transaction().execute((trx) => settleClaim(p, trx, id, typedOf(typed, 'accepted') === '1'))
    return c.redirect(paths(c.var.language).desk('claims', id), 303)
  })
  return app
}
