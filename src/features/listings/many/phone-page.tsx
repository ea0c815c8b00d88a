import { Hono } from 'hono'
import type { Platform } from '../../../platform/feature'
import { type Errors, readForm, type Typed } from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { mustStay } from '../../../platform/people'
import { BackLink, Button, ErrorSummary, Form } from '../../../ui'
import { aboutOf } from '../draft'
import { phone } from '../steps/phone'
import { asking, manyPaths } from './paths'
import { ownRows, setPhone } from './queries'
import { words } from './words'

/** Gives all adverts of a person this number, or none; says how many. */
const changePhone = (p: Platform, person: string, number: string | null): Promise<number> =>
  p.db.transaction().execute(async (trx) => {
    await mustStay(trx, person)
    const rows = await ownRows(trx, person)
    const keys = await p.vault.keysToSeal(trx, person, ['service'])
    for (const row of rows)
      await setPhone(trx, row.id, number === null ? null : keys.seal('listings', row, { phone: number }).phone)
    return rows.length
  })

/** One number in all of one's adverts at once: a new one is typed once. */
export const phonePages = new Hono<Env>().on(['GET', 'POST'], '/adverts/phone', async (c) => {
  const { p, language: lang } = c.var
  const { personId } = signedIn(c)
  const text = words(lang).phone
  const rows = await ownRows(p.db, personId)
  const keys = await p.vault.keys(p.db, [personId])
  const numbers = new Set(rows.map((row) => keys.bind('listings', row).phone?.open('publishing') ?? ''))
  let typed: Typed = { phone: numbers.size === 1 ? ([...numbers][0] ?? '') : '' }
  let errors: Errors = []
  const about = aboutOf(p, lang)
  if (c.req.method === 'POST') {
    typed = (await readForm(c, 10_000)).typed
    const checked = phone.check(typed, about)
    if (checked.ok) {
      const done = await changePhone(p, personId, checked.values.phone)
      return c.redirect(asking(manyPaths(lang).overview, { done: String(done), left: '0' }), 303)
    }
    errors = checked.errors
  }
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <BackLink lang={lang} href={manyPaths(lang).overview} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(rows.length)}</p>
      {numbers.size > 1 && <p>{text.differ}</p>}
      <Form action={manyPaths(lang).phone}>
        <phone.View typed={typed} errors={errors} {...about} />
        <Button>{text.save}</Button>
      </Form>
    </>,
  )
})
