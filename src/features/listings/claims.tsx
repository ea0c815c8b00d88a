import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../platform/feature'
import { check, type Errors, fieldsOf, lines, readForm, type Typed } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { BackLink, Button, ErrorSummary, Form, Notice, TextArea } from '../../ui'
import { paths } from './paths'
import { addClaim, advertNamed, openClaim } from './queries'
import { words } from './words'

const schema = z.object({ explanation: lines(2000, 10) })

type State = { typed?: Typed; errors?: Errors; claimed: boolean }

async function claimPage(c: Context<Env>, publicId: string, title: string, { typed, errors = [], claimed }: State) {
  const { language } = c.var
  const text = words(language).claim
  const to = paths(language)
  const field = fieldsOf(language, typed, errors)
  return page(
    c,
    { title: text.title, errors, noindex: true },
    <>
      <BackLink lang={language} href={to.room(publicId)} />
      <ErrorSummary lang={language} errors={errors} />
      <h1>{text.title}</h1>
      <p>
        <strong>{title}</strong>
      </p>
      {claimed ? (
        <Notice tone="success">
          <p>{c.req.query('sent') === undefined ? text.again : text.sent}</p>
        </Notice>
      ) : (
        <>
          <p class="measure">{text.lead}</p>
          <Form action={to.ofRoom(publicId, 'claim')}>
            <TextArea {...field('explanation')} label={text.explanation} hint={text.hint} why={text.why} maxlength={2000} />
            <Button>{text.submit}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

/** Whoever owns an imported advert says so, and the desk looks at it. */
export function claims(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const path = '/rooms/:publicId{[a-z0-9]{12}}/claim'
  const claimable = async (c: Context<Env>) => {
    const { personId } = signedIn(c)
    const advert = await advertNamed(p.db, c.req.param('publicId') ?? '')
    if (!advert || advert.person_id !== null || advert.status === 'removed') throw missing()
    return { personId, advert, claimed: (await openClaim(p.db, advert.id, personId)) !== undefined }
  }

  app.get(path, async (c) => {
    const { advert, claimed } = await claimable(c)
    return claimPage(c, advert.public_id, advert.title, { claimed })
  })
  app.post(path, async (c) => {
    const { personId, advert, claimed } = await claimable(c)
    const { typed } = await readForm(c, 50_000)
    const checked = check(schema, typed, c.var.language)
    if (!checked.ok) return claimPage(c, advert.public_id, advert.title, { typed, errors: checked.errors, claimed })
    await p.limits.count('claim', personId, 20, 86_400)
    if (!claimed)
      await p.db.transaction().execute(async (trx) => {
        const row = { id: randomUUID(), person_id: personId }
        const keys = await p.vault.keysToSeal(trx, personId, ['service'])
        await addClaim(trx, {
          ...row,
          ...keys.seal('claims', row, checked.values),
          listing_id: advert.id,
          created_at: p.clock.now(),
        })
      })
    return c.redirect(`${paths(c.var.language).ofRoom(advert.public_id, 'claim')}?sent`, 303)
  })
  return app
}
