import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { dayOf } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import {
  check,
  choice,
  type Errors,
  errorOf,
  fieldsOf,
  line,
  optional,
  readForm,
  type Typed,
  typedOf,
} from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import type { AdvertiserKind } from '../../../register/tables/evidence'
import type { Language } from '../../../std/words'
import { BackLink, Button, ErrorSummary, Form, Notice, Radios, TextInput } from '../../../ui'
import { paths } from '../paths'
import { companyOf } from './company'
import { accountBegan, advertiserOf, writeAdvertiser } from './queries'
import { words } from './words'

const kinds = ['private', 'professional', 'institution', 'student'] as const
const schema = z.object({ advertiser: choice(kinds), companyNumber: optional(line(40)) })
export const advertiserFields = Object.keys(schema.shape)

export type AdvertiserSaid = { kind: AdvertiserKind; companyNumber: string | null }
type Checked = { ok: true; values: AdvertiserSaid } | { ok: false; errors: Errors }

/** Who somebody says to be: a business has a number, and its check digits hold. */
export function checkAdvertiser(typed: Typed, language: Language): Checked {
  const checked = check(schema, typed, language)
  if (!checked.ok) return checked
  const { advertiser: kind, companyNumber } = checked.values
  if (kind !== 'professional') return { ok: true, values: { kind, companyNumber: null } }
  const number = companyOf(companyNumber ?? '')
  if (number) return { ok: true, values: { kind, companyNumber: number } }
  return { ok: false, errors: [{ name: 'companyNumber', message: words(language).advertiser.noNumber }] }
}

export const AdvertiserQuestion = ({ typed, errors, language }: { typed: Typed; errors: Errors; language: Language }) => {
  const text = words(language).advertiser
  const field = fieldsOf(language, typed, errors)
  return (
    <>
      <p class="measure">{text.what}</p>
      <Radios
        lang={language}
        name="advertiser"
        label={text.question}
        value={typedOf(typed, 'advertiser') || undefined}
        error={errorOf(errors, 'advertiser')}
        options={kinds.map((value) => ({
          value,
          text: text.kinds[value],
          more:
            value === 'professional' ? (
              <TextInput {...field('companyNumber')} label={text.number} hint={text.numberHint} width={20} />
            ) : undefined,
        }))}
      />
    </>
  )
}

/** Writes down who somebody says to be, with the year in which their account began. */
export async function sayAdvertiser(p: Platform, db: Db, person: string, { kind, companyNumber }: AdvertiserSaid): Promise<void> {
  const since = Number(dayOf((await accountBegan(db, person)) ?? p.clock.now()).slice(0, 4))
  await writeAdvertiser(db, { id: randomUUID(), person_id: person, kind, company_number: companyNumber, since })
}

/** The page to change it on; the wizard asks it the first time. */
export function advertiserPages(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.on(['GET', 'POST'], '/adverts/advertiser', async (c) => {
    const { personId } = signedIn(c)
    const { language } = c.var
    const text = words(language).advertiser
    const known = await advertiserOf(p.db, personId)
    let typed: Typed = { advertiser: known?.kind ?? '', companyNumber: known?.company_number ?? '' }
    let errors: Errors = []
    if (c.req.method === 'POST') {
      typed = (await readForm(c, 10_000)).typed
      const checked = checkAdvertiser(typed, language)
      if (checked.ok) {
        await p.db.transaction().execute((trx) => sayAdvertiser(p, trx, personId, checked.values))
        return c.redirect(`/${language}/adverts/advertiser?saved`, 303)
      }
      errors = checked.errors
    }
    return page(
      c,
      { title: text.title, errors, noindex: true },
      <>
        <BackLink lang={language} href={paths(language).mine} />
        <ErrorSummary lang={language} errors={errors} />
        {c.req.query('saved') !== undefined && errors.length === 0 && (
          <Notice tone="success" live>
            <p>{text.saved}</p>
          </Notice>
        )}
        <h1>{text.title}</h1>
        <Form action={`/${language}/adverts/advertiser`}>
          <AdvertiserQuestion typed={typed} errors={errors} language={language} />
          <Button>{text.save}</Button>
        </Form>
      </>,
    )
  })
  return app
}
