import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { dayOf } from '../../../platform/clock'
import type { Platform } from '../../../platform/feature'
import {
  check,
  choice,
  day,
  type Errors,
  errorOf,
  fieldsOf,
  line,
  optional,
  readForm,
  type Typed,
  typedOf,
} from '../../../platform/forms'
import { type Env, missing, Refusal, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { documentTypes, documentUrl, largestDocument } from '../../../std/document'
import { labelled } from '../../../std/written'
import { BackLink, Button, DateInput, ErrorSummary, FileInput, Form, Notice, Radios, Tag, TextInput } from '../../../ui'
import { paths } from '../paths'
import { ownAdvert } from '../queries'
import { evidenceOf, removeEvidence, replaceEvidence } from './queries'
import { evidenceIn, yearsOf } from './rules'
import { seenAs } from './trust'
import { words } from './words'

const schema = z.object({ kind: choice(['conformity', 'kotlabel', 'bruLabel']), number: optional(line(40)), issuedOn: day() })
const tones = { waiting: 'warning', seen: 'success', refused: 'danger' } as const

async function own(c: Context<Env>) {
  const { personId } = signedIn(c)
  const advert = await ownAdvert(c.var.p.db, c.req.param('publicId') ?? '', personId)
  if (!advert) throw missing()
  return { personId, advert, kinds: evidenceIn[advert.region] }
}

async function evidencePage(c: Context<Env>, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const { p, language } = c.var
  const { advert, kinds } = await own(c)
  const { evidence: text, refusals } = words(language)
  const to = paths(language)
  const here = to.ofAdvert(advert.public_id, 'evidence')
  const rows = await evidenceOf(p.db, advert.id)
  const field = fieldsOf(language, typed, errors)
  return page(
    c,
    { title: text.title, errors, noindex: true },
    <>
      <BackLink lang={language} href={to.mine} />
      <ErrorSummary lang={language} errors={errors} />
      {c.req.query('sent') !== undefined && errors.length === 0 && (
        <Notice tone="success" live>
          <p>{text.sent}</p>
        </Notice>
      )}
      <h1>{text.title}</h1>
      <p>
        <strong>{advert.title}</strong>
      </p>
      {kinds.length === 0 ? <p>{text.none}</p> : <p class="measure">{text.what}</p>}
      {rows.map((row) => (
        <section class="flow">
          <h2>{text.kinds[row.kind]}</h2>
          <p>
            <Tag tone={tones[row.state]}>{text.states[row.state]}</Tag> {seenAs(row, language)}
          </p>
          {row.refusal && <p>{refusals[row.refusal]}.</p>}
          <Form
            action={`${here}/removal`}
            hidden={{ id: row.id }}
            label={`${labelled(text.remove, language)} ${text.kinds[row.kind]}`}
          >
            <Button small variant="quiet">
              {text.remove}
            </Button>
          </Form>
        </section>
      ))}
      {kinds.length > 0 && (
        <Form action={here} multipart label={text.title}>
          <Radios {...field('kind')} label={text.kind} options={kinds.map((value) => ({ value, text: text.kinds[value] }))} />
          <DateInput {...field('issuedOn')} label={text.issuedOn} />
          <TextInput {...field('number')} label={text.number} width={20} optional />
          <FileInput
            lang={language}
            name="document"
            label={text.document}
            hint={text.documentHint}
            why={text.why}
            accept={documentTypes}
            error={errorOf(errors, 'document')}
          />
          <Button>{text.send}</Button>
        </Form>
      )}
    </>,
  )
}

async function sent(c: Context<Env>) {
  try {
    return await readForm(c, largestDocument + 50_000)
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 413) return { typed: {}, files: {} }
    throw refused
  }
}

/** Documents that an owner sends with an advert. */
export function evidencePages(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const path = '/adverts/:publicId{[a-z0-9]{12}}/evidence'
  app.get(path, (c) => evidencePage(c))
  app.post(path, async (c) => {
    const { personId, advert, kinds } = await own(c)
    const { language } = c.var
    const { evidence: text } = words(language)
    await p.limits.count('evidence', personId, 50, 86_400)
    const { typed, files } = await sent(c)
    const today = dayOf(p.clock.now())
    const checked = check(schema, typed, language)
    const errors: Errors = checked.ok ? [] : checked.errors
    const bytes = new Uint8Array((await files.document?.[0]?.arrayBuffer()) ?? [])
    const document = documentUrl(bytes)
    if (!document) errors.push({ name: 'document', message: text.noDocument })
    if (checked.ok) {
      const { kind, issuedOn } = checked.values
      const over = Temporal.PlainDate.from(issuedOn).add({ years: yearsOf[kind] }).toString()
      if (!kinds.includes(kind)) throw missing()
      if (issuedOn > today) errors.push({ name: 'issuedOn', message: text.toCome })
      if (over < today) errors.push({ name: 'issuedOn', message: text.tooOld })
    }
    if (!checked.ok || errors.length > 0) return evidencePage(c, typed, errors)
    await p.db.transaction().execute(async (trx) => {
      const row = { id: randomUUID(), person_id: personId }
      const keys = await p.vault.keysToSeal(trx, personId, ['service'])
      await replaceEvidence(trx, {
        ...row,
        ...keys.seal('evidence', row, { document: document ?? null }),
        listing_id: advert.id,
        kind: checked.values.kind,
        number: checked.values.number,
        issued_on: checked.values.issuedOn,
        state: 'waiting',
        created_at: p.clock.now(),
      })
    })
    return c.redirect(`${paths(language).ofAdvert(advert.public_id, 'evidence')}?sent`, 303)
  })
  app.post(`${path}/removal`, async (c) => {
    const { personId, advert } = await own(c)
    const id = z.uuid().safeParse(typedOf((await readForm(c, 10_000)).typed, 'id'))
    if (id.success) await removeEvidence(p.db, id.data, personId)
    return c.redirect(paths(c.var.language).ofAdvert(advert.public_id, 'evidence'), 303)
  })
  return app
}
