import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../../platform/feature'
import { check, choice, type Errors, errorOf, readForm } from '../../../platform/forms'
import { atDesk, documentAnswer, type Env, missing } from '../../../platform/http'
import { labelled } from '../../../std/written'
import { BackLink, Button, ErrorSummary, Form, Notice, Radios, Tag } from '../../../ui'
import { deskPage, may, openForStaff } from '../../desk'
import { paths } from '../paths'
import { decideEvidence, evidenceById } from './queries'
import { seenAs } from './trust'
import { words } from './words'

const reasons = ['unreadable', 'otherHouse', 'expired', 'otherDocument'] as const
const refusal = z.object({ reason: choice(reasons) })

async function known(c: Context<Env>) {
  const viewer = atDesk(c, may.reports)
  const id = c.req.param('id') ?? ''
  const row = z.uuid().safeParse(id).success ? await evidenceById(c.var.p.db, id) : undefined
  if (!row) throw missing()
  return { viewer, row }
}

async function evidencePage(c: Context<Env>, errors: Errors = []): Promise<Response> {
  const { viewer, row } = await known(c)
  const { language } = c.var
  const { desk: text, evidence, refusals } = words(language)
  const to = paths(language)
  const noun = (name: string) => `${to.desk('evidence', row.id)}/${name}`
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <BackLink lang={language} href={`/${language}/desk`} />
      <ErrorSummary lang={language} errors={errors} />
      <h1>{text.title}</h1>
      <p>
        <Tag>{evidence.states[row.state]}</Tag> {seenAs(row, language)}
      </p>
      <p>
        {labelled(text.advert, language)} <a href={to.desk('adverts', row.listing_id)}>{row.title}</a>
      </p>
      {row.document && (
        <Form action={noun('reading')}>
          <Button icon="lock" variant="secondary">
            {text.read}
          </Button>
          <p class="soft small">{text.readHint}</p>
        </Form>
      )}
      {row.state === 'waiting' ? (
        <>
          <Form action={noun('acceptance')} label={text.accept}>
            <Button>{text.accept}</Button>
          </Form>
          <Form action={noun('refusal')} label={text.refuse}>
            <Radios
              lang={language}
              name="reason"
              label={text.reason}
              error={errorOf(errors, 'reason')}
              options={reasons.map((value) => ({ value, text: refusals[value] }))}
            />
            <Button variant="danger">{text.refuse}</Button>
          </Form>
        </>
      ) : (
        <Notice>
          <p>{text.over}</p>
        </Notice>
      )}
    </>,
  )
}

/** The part of the desk where documents are looked at. */
export function evidenceDesk(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/desk/evidence/:id', (c) => evidencePage(c))
  app.post('/desk/evidence/:id/reading', async (c) => {
    const { viewer, row } = await known(c)
    if (!row.document) throw missing()
    await openForStaff(p, p.db, viewer, {
      person: row.person_id,
      purpose: 'moderation',
      reason: words(c.var.language).desk.readReason,
      holdings: ['document.listing'],
      about: row.id,
    })
    const url = (await p.vault.keys(p.db, [row.person_id])).bind('evidence', row).document?.open('moderation') ?? ''
    return documentAnswer(c, url, row.kind)
  })
  const decide = async (c: Context<Env>, state: 'seen' | 'refused', reason: (typeof reasons)[number] | null) => {
    const { viewer, row } = await known(c)
    await p.db.transaction().execute(async (trx) => {
      const decided = { state, refusal: reason, decided_at: p.clock.now(), decided_by: viewer.personId }
      if (await decideEvidence(trx, row.id, decided))
        await p.mail.queue(trx, row.person_id, 'listings.evidence', { evidence: row.id })
    })
    return c.redirect(paths(c.var.language).desk('evidence', row.id), 303)
  }
  app.post('/desk/evidence/:id/acceptance', (c) => decide(c, 'seen', null))
  app.post('/desk/evidence/:id/refusal', async (c) => {
    await known(c)
    const checked = check(refusal, (await readForm(c, 10_000)).typed, c.var.language)
    return checked.ok ? decide(c, 'refused', checked.values.reason) : evidencePage(c, checked.errors)
  })
  return app
}
