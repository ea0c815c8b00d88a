import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { dayOf } from '../../../platform/clock'
import type { Platform } from '../../../platform/feature'
import { check, type Errors, email, fieldsOf, readForm, type Typed } from '../../../platform/forms'
import { type Env, gone, missing, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { dayIn } from '../../../std/written'
import { BackLink, Button, ErrorSummary, Form, Notice, TextInput } from '../../../ui'
import { personOfLink } from '../../accounts'
import { addSchoolMail, removeSchool, removeSchoolMail, schoolConfirmed, schoolMail, writeSchool } from './queries'
import { schoolOf } from './schools'
import { words } from './words'

const schema = z.object({ schoolAddress: email() })
const here = (c: Context<Env>) => `/${c.var.language}/account/school`

/** The way to the page, on the page My account. */
export async function schoolPanel(c: Context<Env>): Promise<Child> {
  return (
    <p>
      <a href={here(c)}>{words(c.var.language).school.panel}</a>
    </p>
  )
}

async function schoolPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const { personId } = signedIn(c)
  const { p, language } = c.var
  const text = words(language).school
  const known = await schoolConfirmed(p.db, personId)
  const said = c.req.query('sent') !== undefined ? text.sent : c.req.query('done') !== undefined ? text.done : undefined
  const field = fieldsOf(language, typed, errors)
  return page(
    c,
    { title: text.title, errors, noindex: true },
    <>
      <BackLink lang={language} href={`/${language}/account`} />
      <ErrorSummary lang={language} errors={errors} />
      {said && errors.length === 0 && (
        <Notice tone="success" live>
          <p>{said}</p>
        </Notice>
      )}
      <h1>{text.title}</h1>
      <p class="measure">{text.what}</p>
      {known && (
        <>
          <p>{text.confirmed(known.school, dayIn(known.confirmed_on, language))}</p>
          <Form action={`${here(c)}/removal`}>
            <Button variant="secondary">{text.remove}</Button>
          </Form>
        </>
      )}
      <Form action={here(c)} label={text.title}>
        <TextInput {...field('schoolAddress')} type="email" label={text.address} />
        <Button>{text.send}</Button>
      </Form>
    </>,
  )
}

/** Confirming an address of a school: a link goes there, and whoever follows it while signed in here has it. */
export function schoolPages(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/account/school', (c) => schoolPage(c))
  app.post('/account/school', async (c) => {
    const { personId } = signedIn(c)
    const { language } = c.var
    const { typed } = await readForm(c, 10_000)
    const checked = check(schema, typed, language)
    if (!checked.ok) return schoolPage(c, typed, checked.errors)
    const { schoolAddress } = checked.values
    if (!schoolOf(schoolAddress))
      return schoolPage(c, typed, [{ name: 'schoolAddress', message: words(language).school.unknown }])
    // A stranger's mailbox is not filled through us.
    await p.limits.count('school', personId, 5, 86_400)
    await p.db.transaction().execute(async (trx) => {
      await removeSchoolMail(trx, personId)
      const row = { id: randomUUID(), person_id: personId }
      const keys = await p.vault.keysToSeal(trx, personId, ['service'])
      await addSchoolMail(trx, {
        ...row,
        ...keys.seal('school_mails', row, { address: schoolAddress }),
        address_key: p.vault.index('school_mails.address_key', schoolAddress),
        created_at: p.clock.now(),
      })
      await p.mail.queue(trx, personId, 'listings.school')
    })
    return c.redirect(`${here(c)}?sent`, 303)
  })
  app.post('/account/school/removal', async (c) => {
    await removeSchool(p.db, signedIn(c).personId)
    return c.redirect(here(c), 303)
  })

  /** The school of a link's address. Only who asked for it may follow it: a stranger who is sent one cannot give their address away. */
  const asked = async (c: Context<Env>) => {
    const { personId } = signedIn(c)
    const token = c.req.param('token') ?? ''
    if ((await personOfLink(p, p.db, 'school', token)) !== personId) throw missing()
    const row = await schoolMail(p.db, personId)
    const address = row && (await p.vault.keys(p.db, [personId])).bind('school_mails', row).address.open('publishing')
    const school = address && schoolOf(address)
    if (!school) throw gone()
    return { personId, token, school }
  }
  const path = '/account/school/:token{[\\w-]{20,60}}'
  app.get(path, async (c) => {
    const { token, school } = await asked(c)
    const { language } = c.var
    const text = words(language).school
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <h1>{text.title}</h1>
        <p class="measure">{text.confirmText(school)}</p>
        <Form action={`${here(c)}/${token}`}>
          <Button>{text.confirm}</Button>
        </Form>
      </>,
    )
  })
  app.post(path, async (c) => {
    const { personId, school } = await asked(c)
    await p.db.transaction().execute(async (trx) => {
      // Without the address the link leads nowhere any more.
      await removeSchoolMail(trx, personId)
      await writeSchool(trx, { id: randomUUID(), person_id: personId, school, confirmed_on: dayOf(p.clock.now()) })
    })
    return c.redirect(`${here(c)}?done`, 303)
  })
  return app
}
