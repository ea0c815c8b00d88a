import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { hold, noteHandedOver, object, tellRecipients } from '../../privacy'
import type { Role } from '../../register'
import { documentUrl } from '../../std/document'
import { signedUp } from '../accounts/testing'
import { formsOf, take } from '../contact'
import { noteIncident } from '../incidents/acts'
import { placed } from '../listings/testing'
import { importReply } from '../replies'
import { complain } from './complaint'
import { memberOfStaff } from './testing'
import { keepSecret, newSecret } from './totp'

// Who may go where, written down a second time and by hand: a route that is not here fails the test.
const everybody: readonly Role[] = ['owner', 'moderator', 'officer']
const handlers: readonly Role[] = ['owner', 'moderator']
const access: Record<string, readonly Role[]> = {
  'GET /desk': everybody,
  'GET /desk/security': everybody,
  'POST /desk/security/:key/removal': everybody,
  'GET /desk/reports/:id': handlers,
  'POST /desk/reports/:id/reading': handlers,
  'POST /desk/reports/:id/reporter': handlers,
  'POST /desk/reports/:id/content': handlers,
  'POST /desk/reports/:id/decision': handlers,
  'GET /desk/complaints/:id': handlers,
  'POST /desk/complaints/:id/reading': handlers,
  'POST /desk/complaints/:id/decision': handlers,
  'GET /desk/people': handlers,
  'POST /desk/people': handlers,
  'GET /desk/people/:person': handlers,
  'POST /desk/people/:person': handlers,
  'POST /desk/people/:person/restriction': handlers,
  'POST /desk/people/:person/restriction/end': handlers,
  'GET /desk/objections/:id': ['owner', 'officer'],
  'POST /desk/objections/:id': ['owner', 'officer'],
  'POST /desk/objections/:id/reading': ['owner', 'officer'],
  'GET /desk/forms': ['owner', 'moderator'],
  'POST /desk/forms': ['owner', 'moderator'],
  'GET /desk/forms/:id': ['owner', 'moderator'],
  'POST /desk/forms/:id': ['owner', 'moderator'],
  'POST /desk/forms/:id/reading': ['owner', 'moderator'],
  'GET /desk/forms/:id/files/:file': ['owner', 'moderator'],
  'POST /desk/forms/:id/answer': ['owner', 'moderator'],
  'GET /desk/chat': handlers,
  'GET /desk/chat/events': handlers,
  'GET /desk/chat/:id': handlers,
  'POST /desk/chat/:id': handlers,
  'POST /desk/chat/:id/reading': handlers,
  'GET /desk/chat/:id/events': handlers,
  'POST /desk/chat/:id/typing': handlers,
  'GET /desk/letters': handlers,
  'POST /desk/letters': handlers,
  'POST /desk/letters/left-alone': handlers,
  'GET /desk/letters/:id': handlers,
  'POST /desk/letters/:id/sending': handlers,
  'POST /desk/letters/:id/withdrawal': handlers,
  'POST /desk/letters/:id/test': handlers,
  'GET /desk/letters/:id/removal': handlers,
  'POST /desk/letters/:id/removal': handlers,
  'GET /desk/texts': handlers,
  'GET /desk/texts/new': handlers,
  'POST /desk/texts/new': handlers,
  'POST /desk/texts/preview': handlers,
  'GET /desk/texts/pictures': handlers,
  'POST /desk/texts/pictures': handlers,
  'POST /desk/texts/pictures/:id/removal': handlers,
  'GET /desk/texts/:id': handlers,
  'POST /desk/texts/:id': handlers,
  'GET /desk/texts/:id/removal': handlers,
  'POST /desk/texts/:id/removal': handlers,
  'GET /desk/replies': handlers,
  'GET /desk/replies/:id': handlers,
  'POST /desk/replies/:id/reading': handlers,
  'POST /desk/replies/:id/decision': handlers,
  'GET /desk/requests/:id': ['owner', 'officer'],
  'POST /desk/requests/:id': ['owner', 'officer'],
  'POST /desk/requests/:id/reading': ['owner', 'officer'],
  'POST /desk/requests/:id/extension': ['owner', 'officer'],
  'POST /desk/requests/:id/copy': ['owner', 'officer'],
  'POST /desk/requests/:id/correction': ['owner', 'officer'],
  'POST /desk/requests/:id/restriction': ['owner', 'officer'],
  'POST /desk/requests/:id/erasure': ['owner', 'officer'],
  'GET /desk/demands': ['owner', 'officer'],
  'GET /desk/demands/new': ['owner', 'officer'],
  'POST /desk/demands': ['owner', 'officer'],
  'GET /desk/demands/:id': ['owner', 'officer'],
  'POST /desk/demands/:id/approval': ['owner', 'officer'],
  'POST /desk/demands/:id/file': ['owner', 'officer'],
  'GET /desk/tellings/:id': ['owner', 'officer'],
  'POST /desk/tellings/:id/reading': ['owner', 'officer'],
  'POST /desk/tellings/:id/done': ['owner', 'officer'],
  'GET /desk/staff': ['owner'],
  'POST /desk/staff': ['owner'],
  'GET /desk/staff/:person': ['owner'],
  'POST /desk/staff/:person/role': ['owner'],
  'POST /desk/staff/:person/reset': ['owner'],
  'POST /desk/staff/:person/removal': ['owner'],
  'GET /desk/statistics': everybody,
  'POST /desk/statistics': ['owner'],
  'GET /desk/statistics/counts.csv': everybody,
  'GET /desk/health': ['owner'],
  'GET /desk/traffic': ['owner'],
  'POST /desk/traffic': ['owner'],
  'POST /desk/traffic/requests': ['owner'],
  'GET /desk/holds': ['owner', 'officer'],
  'GET /desk/holds/:about': ['owner', 'officer'],
  'POST /desk/holds/:about': ['owner', 'officer'],
  'POST /desk/holds/:about/release': ['owner', 'officer'],
  'GET /desk/ledger': ['officer'],
  'POST /desk/ledger/:id/reading': ['officer'],
  'GET /desk/decisions': ['officer'],
  // Of later features.
  'GET /desk/adverts/:id': handlers,
  'POST /desk/adverts/:id/release': handlers,
  'POST /desk/adverts/:id/hold': handlers,
  'POST /desk/adverts/:id/refusal': handlers,
  'GET /desk/incidents': ['owner', 'officer'],
  'GET /desk/incidents/new': ['owner', 'officer'],
  'POST /desk/incidents': ['owner', 'officer'],
  'GET /desk/incidents/:id': ['owner', 'officer'],
  'GET /desk/incidents/:id/form': ['owner', 'officer'],
  'GET /desk/incidents/:id/form.txt': ['owner', 'officer'],
  'GET /desk/incidents/:id/form.json': ['owner', 'officer'],
  'POST /desk/incidents/:id/details': ['owner', 'officer'],
  'POST /desk/incidents/:id/filing': ['owner', 'officer'],
  'POST /desk/incidents/:id/telling': ['owner', 'officer'],
  'GET /desk/assessment': ['owner', 'officer'],
  'GET /desk/assessment.md': ['owner', 'officer'],
  'GET /desk/claims/:id': handlers,
  'POST /desk/claims/:id/reading': handlers,
  'POST /desk/claims/:id/decision': handlers,
  'GET /desk/evidence/:id': handlers,
  'POST /desk/evidence/:id/reading': handlers,
  'POST /desk/evidence/:id/acceptance': handlers,
  'POST /desk/evidence/:id/refusal': handlers,
}
/** Before the second factor: for every member of staff, or (welcome) for who has the link. */
const threshold = [
  'GET /desk/second-factor',
  'POST /desk/second-factor',
  'POST /desk/second-factor/link',
  'POST /desk/second-factor/app',
  'POST /desk/second-factor/passkeys',
  'GET /desk/welcome/:token',
  'POST /desk/welcome/:token',
]

describe('who may go where at the desk', () => {
  let site: TestSite
  /** Things that exist, so that a refusal is about the role and not about what is not there. */
  let real: Record<string, string>
  const routes = () =>
    [
      ...new Set(
        site.app.routes
          .filter(({ path, method }) => path.includes('/desk') && method !== 'ALL')
          .map(({ path, method }) => `${method} ${path.replace(/^\/:language\{[^}]*\}/, '')}`),
      ),
    ].sort()
  const send = (visitor: ReturnType<TestSite['visitor']>, route: string) => {
    const [method, pattern = ''] = route.split(' ')
    const of = (name: string) => real[`${pattern.split('/')[2]} ${name}`] ?? real[name] ?? randomUUID()
    const path = `/nl${pattern.replace(/:(\w+)/g, (_, name: string) => of(name))}`
    return method === 'GET' ? visitor.get(path) : visitor.post(path)
  }

  beforeAll(async () => {
    site = await testSite()
    const { report, openForStaff, stateReasons } = await import('./index')
    const an = await signedUp(site, { firstName: 'An' })
    const { visitor } = an
    const target = { target: 'listing', targetId: randomUUID(), reason: 'scam', explanation: 'Dit kot bestaat niet.' } as const
    const id = await report(site.p, site.p.db, { ...target, language: 'nl', reporter: an.personId })
    const { viewer, personId } = await memberOfStaff(site, 'moderator')
    await openForStaff(site.p, site.p.db, viewer, {
      person: an.personId,
      purpose: 'moderation',
      reason: 'Een vraag over een advertentie.',
      holdings: ['email.account'],
    })
    const advert = await placed(site, null)
    const claim = { id: randomUUID(), person_id: an.personId }
    const keys = await site.p.vault.keys(site.p.db, [an.personId])
    await site.p.db
      .insertInto('claims')
      .values({
        ...claim,
        ...keys.seal('claims', claim, { explanation: 'Dit is mijn huis.' }),
        listing_id: advert.id,
        created_at: site.clock.now(),
      })
      .execute()
    const about = { target: 'listing', targetId: advert.id, decision: 'warned', ground: 'wrong' } as const
    await stateReasons(site.p, site.p.db, viewer, { ...about, person: an.personId, facts: 'De prijs klopt niet.' })
    const decision = await site.p.db.selectFrom('decisions').select('id').executeTakeFirstOrThrow()
    await complain(site.p, site.p.db, decision.id, an.personId, 'De prijs klopt wel, kijk maar na.')
    const complaint = await site.p.db.selectFrom('complaints').select('id').executeTakeFirstOrThrow()
    const opening = await site.p.db.selectFrom('openings').select('id').executeTakeFirstOrThrow()
    const evidence = { id: randomUUID(), person_id: an.personId }
    await site.p.db
      .insertInto('evidence')
      .values({
        ...evidence,
        ...keys.seal('evidence', evidence, { document: 'een attest' }),
        number: null,
        listing_id: advert.id,
        kind: 'conformity',
        issued_on: '2026-01-01',
        state: 'waiting',
        created_at: site.clock.now(),
      })
      .execute()
    await object(site.p, an.personId, 'fraud', 'Ik ben geen oplichter.')
    const objection = await site.p.db.selectFrom('objections').select('id').executeTakeFirstOrThrow()
    await visitor.post('/nl/privacy/request', { kind: 'other', body: 'Een vraag over mijn gegevens.' })
    const request = await site.p.db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
    const [now, nature] = [site.clock.now(), 'Een proef.']
    const scenario = { kind: 'dump', until: now } as const
    const incident = await noteIncident(site.p, { scenario, beganAt: now, endedAt: now, knownAt: now, nature })
    const order = { who: an.email, holdings: 'email.account', from: '2026-01-01', until: '2026-12-31' }
    const officer = await memberOfStaff(site, 'officer')
    await officer.visitor.post('/nl/desk/demands', { authority: 'Politie', reference: 'X1', ground: 'art. 46bis', ...order })
    const demand = await site.p.db.selectFrom('demands').select('id').executeTakeFirstOrThrow()
    const held = randomUUID()
    await site.p.db
      .transaction()
      .execute((trx) =>
        hold(site.p, trx, [{ table: 'reports', id }], { ground: 'order', about: held, until: new Date(now.getTime() + days(9)) }),
      )
    await site.p.db.transaction().execute(async (trx) => {
      const handed = [{ person: an.personId, holding: 'email.account' as const }]
      await noteHandedOver(site.p, trx, handed, { order: randomUUID(), silentUntil: null })
      await tellRecipients(site.p, trx, { change: 'corrected', person: an.personId })
    })
    const telling = await site.p.db.selectFrom('tellings').select('id').executeTakeFirstOrThrow()
    const [form] = formsOf(site.p.site)
    if (!form) throw new Error('this site has no form')
    const files = [{ name: 'huur.pdf', url: documentUrl(Buffer.from('%PDF-1.7 huur')) ?? '' }]
    const entry = randomUUID()
    const asked = { form, answers: { Vraag: 'Tot hoe laat?' }, files, email: an.email } as const
    await site.p.db.transaction().execute((trx) => take(site.p, trx, { ...asked, id: entry, language: 'nl', person: null }))
    const file = await site.p.db.selectFrom('entry_files').select('id').executeTakeFirstOrThrow()
    const written = {
      id: randomUUID(),
      ...({ kind: 'page', name: 'a', language: 'nl', slug: 'a', title: 'A', summary: '', body: 'A' } as const),
      ...{ tags: [], stands: null, place: 1, replies: true, publish_at: null, updated_at: now },
    }
    await site.p.db.insertInto('texts').values(written).execute()
    const replied = { article: 'article nl a', language: 'nl', name: 'Zoë', body: 'Dank!', at: now } as const
    const reply = await site.p.db.transaction().execute((trx) => importReply(site.p, trx, replied))
    const picture = { id: written.id, path: '0'.repeat(32), width: 1, height: 1, alt: 'A', created_at: now }
    await site.p.db.insertInto('text_pictures').values(picture).execute()
    await visitor.post('/nl/chat', { text: 'Is het kantoor op zaterdag open?' })
    const chat = await site.p.db.selectFrom('chats').select('id').executeTakeFirstOrThrow()
    const letter = { id: randomUUID(), article: 'a', language: 'nl', created_at: now } as const
    await site.p.db.insertInto('letters').values(letter).execute()
    real = {
      'chat id': chat.id,
      'letters id': letter.id,
      'texts id': written.id,
      'replies id': reply,
      'forms id': entry,
      'forms file': file.id,
      'tellings id': telling.id,
      'holds about': held,
      'demands id': demand.id,
      'requests id': request.id,
      'incidents id': incident,
      'objections id': objection.id,
      id,
      person: personId,
      key: 'app',
      token: 'geen',
      'ledger id': opening.id,
      'adverts id': advert.id,
      'claims id': claim.id,
      'complaints id': complaint.id,
      'evidence id': evidence.id,
    }
  })
  afterAll(() => site.close())

  test('every route of the desk is in the matrix, those of later features too', () => {
    expect(routes()).toEqual([...Object.keys(access), ...threshold].sort())
  })

  test('who is not staff finds nothing there, and who is not signed in is asked to sign in', async () => {
    const { visitor: an } = await signedUp(site, { firstName: 'An' })
    for (const route of [...routes().filter((one) => !one.includes('/welcome/')), 'GET /desk/nothing']) {
      const refused = await send(an, route)
      expect([route, refused.status]).toEqual([route, 404])
      expect(refused.headers.get('cache-control')).toBe('private, no-store')
      const stranger = await send(site.visitor(), route)
      expect([route, stranger.status, stranger.location?.split('?')[0]]).toEqual([route, 303, '/nl/sign-in'])
    }
  })

  test('the link of a new member of staff tells nothing to who made it up', async () => {
    for (const route of ['GET /desk/welcome/:token', 'POST /desk/welcome/:token'])
      expect((await send(site.visitor(), route)).status).toBe(410)
  })

  for (const role of ['owner', 'moderator', 'officer'] as const)
    test(`${role}: what the role needs and no more, and nothing before the second factor`, async () => {
      const at = await memberOfStaff(site, role)
      const before = await memberOfStaff(site, role, { atDesk: false })
      await keepSecret(site.p, site.p.db, at.personId, newSecret(), 1)
      for (const [route, roles] of Object.entries(access)) {
        const answer = await send(at.visitor, route)
        const allowed = roles.includes(role)
        expect([route, answer.status === 404]).toEqual([route, !allowed])
        expect([route, answer.status < 500]).toEqual([route, true])
        expect(answer.headers.get('x-robots-tag')).toBe('noindex')
        expect(answer.headers.get('cache-control')).toBe('private, no-store')
        const asked = await send(before.visitor, route)
        // A role that has no business there is not even asked for its second factor, unless the desk as a whole asks first.
        expect([route, asked.status, asked.location?.split('?')[0]]).toEqual([route, 303, '/nl/desk/second-factor'])
      }
      expect((await at.visitor.get('/nl/desk/nothing')).status).toBe(404)
    })

  test('the role is looked up anew at each request: who is dismissed is out at once', async () => {
    const { visitor, personId } = await memberOfStaff(site, 'moderator')
    expect((await visitor.get('/nl/desk')).status).toBe(200)
    const owner = await memberOfStaff(site, 'owner')
    expect((await owner.visitor.post(`/nl/desk/staff/${personId}/removal`)).status).toBe(303)
    expect((await visitor.get('/nl/desk')).status).toBe(404)
  })

  test('a session asks the second factor anew after twelve hours', async () => {
    const { visitor } = await memberOfStaff(site, 'moderator')
    site.clock.pass(12 * 3_600_000)
    expect((await visitor.get('/nl/desk')).location).toBe('/nl/desk/second-factor?to=%2Fnl%2Fdesk')
  })

  test('nobody changes their own role or takes themselves off the desk', async () => {
    const { visitor, personId } = await memberOfStaff(site, 'owner')
    for (const act of ['role', 'reset', 'removal'])
      expect((await visitor.post(`/nl/desk/staff/${personId}/${act}`, { role: 'officer' })).status).toBe(404)
  })
})
