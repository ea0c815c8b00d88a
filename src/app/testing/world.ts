// A site on which something of everything is there, so that each route can be asked for. For tests.
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { mintLink } from '../../features/accounts/links'
import { signedUp } from '../../features/accounts/testing'
import { formsOf, take } from '../../features/contact'
import { humanPath, openForStaff, report, stateReasons } from '../../features/desk'
import { memberOfStaff } from '../../features/desk/testing'
import { noteIncident } from '../../features/incidents/acts'
import { placed } from '../../features/listings/testing'
import { importReply } from '../../features/replies'
import { linkFor } from '../../features/replies/links'
import { publishNow } from '../../features/your-data'
import { days } from '../../platform/clock'
import type { Env } from '../../platform/http'
import { tokenOf } from '../../platform/links'
import { askCopy, hold, noteHandedOver, object, tellRecipients } from '../../privacy'
import { documentUrl } from '../../std/document'
import { linkIn, type TestSite, Visitor } from './index'
import { anConfirms, anReplies, anReports, bartBeginsAnother, bartPlacesAnAdvert, bartSignsUp, startJourney } from './journey'

export type Route = { method: string; path: string; name: string }

const shapes = /\{(?:[^{}]|\{[^}]*\})*\}/g

/** The routes of an app, middleware left out. `name`: method and path without the language and without the shapes of parameters. */
export const routesOf = (app: Hono<Env>): Route[] => {
  const named = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => {
      const bare = path.replace(shapes, '').replace(/^\/:language/, '')
      return { method, path, name: `${method} ${bare || '(home)'}` }
    })
  return [...new Map(named.map((route) => [`${route.method} ${route.path}`, route])).values()]
}

export type Who = 'bart' | 'an' | 'carla' | 'staff' | 'nobody'
/** Bart has an advert, a draft and a conversation with An; Carla claims an imported advert; Stef owns the desk, where Nora works. */
export type World = {
  site: TestSite
  /** What stands for a parameter, by the part of the path before it: "drafts/:id". */
  examples: Record<string, string>
  /** An advert that nobody on the site placed. */
  imported: string
  as(who: Who, app?: Hono<Env>): Visitor
  close(): Promise<void>
}

export async function makeWorld(site: TestSite): Promise<World> {
  const { p } = site
  const journey = startJourney(site)
  await bartSignsUp(journey)
  await bartPlacesAnAdvert(journey)
  await bartBeginsAnother(journey)
  await anReplies(journey)
  await anConfirms(journey)
  await anReports(journey)
  const imported = await placed(site, null, {}, { status: 'published', source: { name: 'elders', id: '1', url: null } })
  const carla = await signedUp(site, { firstName: 'Carla' })
  await carla.visitor.post(`/nl/rooms/${imported.publicId}/claim`, { explanation: 'Ik verhuur deze kamer zelf, al drie jaar.' })
  const stef = await memberOfStaff(site, 'owner')
  const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
  const registering = site.visitor('192.0.2.44')
  const values = { firstName: 'Dries', email: 'dries@example.org', userName: 'dries-nieuw', password: 'nog niet bevestigd 12' }
  await registering.post('/nl/register', values)
  const confirmation = (await site.mails()).find(({ to }) => to === values.email)?.text

  await publishNow(p)

  const idOf = async (table: 'evidence' | 'reports' | 'claims' | 'copies' | 'complaints' | 'decisions') =>
    (await p.db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id
  const advert = await p.db
    .selectFrom('listings')
    .select(['id', 'person_id'])
    .where('public_id', '=', journey.advert)
    .executeTakeFirstOrThrow()
  const bart = advert.person_id ?? ''
  const meeting = { day: '2026-11-24', times: '14:00', minutes: '30', places: '1', medium: 'visit', note: 'Bel aan bij Bart.' }
  await journey.bart.post(`/nl/messages/${journey.thread}/viewings`, meeting)
  const slot = await p.db.selectFrom('slots').select('id').executeTakeFirstOrThrow()
  await openForStaff(p, p.db, stef.viewer, {
    person: bart,
    purpose: 'moderation',
    reason: 'Een melding',
    holdings: ['email.account'],
  })
  const about = { person: bart, target: 'listing', targetId: advert.id } as const
  await stateReasons(p, p.db, nora.viewer, { ...about, decision: 'warned', ground: 'wrong', facts: 'De prijs klopt niet.' })
  await journey.bart.post(`/nl/decisions/${await idOf('decisions')}`, { explanation: 'De prijs klopt wel, kijk maar na.' })
  const byRule = { ...about, decision: 'held', ground: 'wrong', facts: 'Een regel hield ze tegen.', ownMail: true } as const
  const ruled = await stateReasons(p, p.db, 'rule', byRule)
  const opening = await p.db.selectFrom('openings').select('id').executeTakeFirstOrThrow()
  await askCopy(p, bart, 'nl')
  await noteIncident(p, {
    scenario: { kind: 'dump', until: p.clock.now() },
    beganAt: p.clock.now(),
    endedAt: p.clock.now(),
    knownAt: p.clock.now(),
    nature: 'Een schijf met een kopie is gestolen.',
  })
  const incident = await p.db.selectFrom('incidents').select('id').executeTakeFirstOrThrow()
  await object(p, bart, 'fraud', 'Ik ben geen oplichter.')
  const objection = await p.db.selectFrom('objections').select('id').executeTakeFirstOrThrow()
  const copy = linkIn((await site.mails()).find(({ text }) => text.includes('/account/copy/')))
  await journey.bart.post('/nl/adverts/buildings', { advert: journey.advert, building: 'new', name: 'Het hoekhuis' })
  const building = (await p.db.selectFrom('buildings').select('id').executeTakeFirstOrThrow()).id
  await journey.bart.post('/nl/alerts', { query: 'where=gent&max=500', frequency: 'daily' })
  const { id: saved } = await p.db.selectFrom('saved_searches').select('id').executeTakeFirstOrThrow()
  const { location: list = '' } = await journey.bart.post('/nl/shortlists', { title: 'Met Lies' })
  await journey.bart.post(`${list}/link`)
  const shared = /shared\/([\w-]{32})/.exec((await journey.bart.get(list ?? '')).html)?.[1] ?? ''
  // Zoë has no account: her page is open in Bart's browser, and a second link of hers was not followed.
  const contact = 'zoe@example.org'
  const notice = { target: 'listing', targetId: advert.id, reason: 'wrong', language: 'nl', reporter: null, contact } as const
  await report(p, p.db, { ...notice, explanation: 'De prijs klopt niet met wat er gevraagd werd.' })
  await site.mails()
  const askedLink = async () => {
    await site.visitor('192.0.2.47').post('/nl/privacy/ask', { email: contact })
    return linkIn((await site.mails())[0])
  }
  await journey.bart.post(await askedLink())
  const asked = (await askedLink()).split('/').at(-1) ?? ''
  const tokenIn = async () =>
    linkIn((await site.mails())[0])
      .split('/')
      .at(-1) ?? ''
  const asking = async () => {
    const body = 'Wat doen jullie met mijn adres?'
    await site.visitor('192.0.2.48').post('/nl/privacy/request', { kind: 'other', body, email: contact })
    return tokenIn()
  }
  await site.visitor('192.0.2.48').post(`/nl/privacy/request/${await asking()}`)
  const followed = await tokenIn()
  const request = await p.db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
  const [form] = formsOf(p.site)
  if (!form) throw new Error('this site has no form')
  const entry = randomUUID()
  const sent = {
    id: entry,
    form,
    answers: { 'Votre message': 'Jusqu’à quelle heure' },
    files: [{ name: 'bail.pdf', url: documentUrl(Buffer.from('%PDF-1.7 bail')) ?? '' }],
    email: contact,
    language: 'fr',
    person: null,
  } as const
  await p.db.transaction().execute((trx) => take(p, trx, sent))
  const sentFile = await p.db.selectFrom('entry_files').select('id').executeTakeFirstOrThrow()
  await journey.bart.post('/nl/chat', { text: 'Is het kantoor op zaterdag open?' })
  const chat = await p.db.selectFrom('chats').select('id').executeTakeFirstOrThrow()
  await stef.visitor.post('/nl/desk/texts/new?kind=page', { title: 'Veilig huren', body: 'Kom eerst kijken.', when: 'draft' })
  await stef.visitor.post('/nl/desk/texts/new?kind=article', {
    title: 'Kotkost',
    body: 'Eén pot, drie gerechten.',
    tags: 'Eten',
    when: 'now',
    byline: 'mine',
    name: 'Stef',
  })
  const text = await p.db.selectFrom('texts').select('id').executeTakeFirstOrThrow()
  const replied = { article: 'article nl kotkost', language: 'nl', name: 'Zoë', email: contact, at: p.clock.now() } as const
  const reply = await p.db.transaction().execute((trx) => importReply(p, trx, { ...replied, body: 'Dat ga ik proberen.' }))
  // Zoë has the newsletter, and another address was given that nobody confirmed.
  const newsletter = async (email: string) => {
    await site.visitor('192.0.2.49').post('/nl/newsletter', { email })
    return linkIn((await site.mails()).find(({ text }) => text.includes('/newsletter/signup/')))
  }
  await site.visitor('192.0.2.49').post(await newsletter(contact))
  for (const when of ['now', '']) {
    const { location } = await stef.visitor.post('/nl/desk/letters', { article: 'nl kotkost' })
    if (when) await stef.visitor.post(`${location}/sending`, { when })
    if (when) await p.jobs.send(p.db, 'newsletter.send', {})
    await site.mails()
  }
  const unsent = await p.db.selectFrom('letters').select('id').where('send_at', 'is', null).executeTakeFirstOrThrow()
  const subscriber = await p.db.selectFrom('subscribers').select('id').executeTakeFirstOrThrow()
  const order = { who: 'dries@example.org', holdings: 'email.account', from: '2026-01-01', until: '2026-12-31' }
  await stef.visitor.post('/nl/desk/demands', { authority: 'Politie', reference: 'X1', ground: 'art. 46bis', ...order })
  const demand = await p.db.selectFrom('demands').select('id').executeTakeFirstOrThrow()
  // Another, that was approved and handed over.
  await stef.visitor.post('/nl/desk/demands', { authority: 'Politie', reference: 'X2', ground: 'art. 46bis', ...order })
  const fetched = await p.db
    .updateTable('demands')
    .set({ approved_at: p.clock.now(), handed_at: p.clock.now() })
    .where('id', '<>', demand.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  const held = randomUUID()
  const until = new Date(p.clock.now().getTime() + days(90))
  await p.db
    .transaction()
    .execute((trx) => hold(p, trx, [{ table: 'listings', id: advert.id }], { ground: 'order', about: held, until }))
  await p.db.transaction().execute(async (trx) => {
    const handed = [{ person: carla.personId, holding: 'email.account' as const }]
    const lines = await noteHandedOver(p, trx, handed, { order: fetched.id, silentUntil: null })
    await trx
      .updateTable('demands')
      .set({ lines: lines.map(({ mark }) => mark) })
      .where('id', '=', fetched.id)
      .execute()
    await tellRecipients(p, trx, { change: 'corrected', person: carla.personId })
  })
  const telling = await p.db.selectFrom('tellings').select('id').executeTakeFirstOrThrow()
  const link = (kind: Parameters<typeof mintLink>[3], person = carla.personId) => mintLink(p, p.db, person, kind)
  await journey.an.post('/nl/account/school', { schoolAddress: 'an@student.kuleuven.be' })
  const certificate = new FormData()
  for (const [name, value] of Object.entries({ kind: 'conformity', issuedOn: '2024-03-12' })) certificate.set(name, value)
  certificate.set('document', new File(['%PDF-1.7 een attest'], 'attest.pdf'))
  await journey.bart.post(`/nl/adverts/${journey.advert}/evidence`, certificate)
  await site.mails()
  const an = (await p.db.selectFrom('school_mails').select('person_id').executeTakeFirstOrThrow()).person_id
  const picture = /\/photos\/([0-9a-f]{32})\/([0-9]+\.jpg)/.exec((await journey.an.get(`/nl/rooms/${journey.advert}`)).html)
  const visitors: Record<Who, Visitor> = {
    bart: journey.bart,
    an: journey.an,
    carla: carla.visitor,
    staff: stef.visitor,
    nobody: site.visitor('192.0.2.45'),
  }
  return {
    site,
    imported: imported.publicId,
    examples: {
      '/:file': 'favicon.svg',
      'assets/:file': 'none.css',
      'pictures/:file': 'none.svg',
      ':language/:slug': 'over-ons',
      'schemas/:file': 'copy.json',
      'share/:file': `${journey.advert}-nl.jpg`,
      'ui/:file': 'room-480.webp',
      'rooms/:advert': journey.advert,
      'rooms/:publicId': journey.advert,
      'adverts/:publicId': journey.advert,
      'buildings/:building': building,
      'data/:holding': 'email.account',
      'drafts/:id': journey.draft,
      ':id/:step': 'address',
      'messages/:thread': journey.thread,
      'viewings/:slot': slot.id,
      'confirm/:token': /\/confirm\/([\w-]+)/.exec(confirmation ?? '')?.[1] ?? '',
      'confirm-email/:token': await link('changeEmail'),
      'new-password/:token': await link('reset'),
      'with/:token': await link('signIn'),
      'ask/:token': asked,
      'request/:token': await asking(),
      'requests/:token': followed,
      'requests/:id': request.id,
      'forms/:id': entry,
      'chat/:id': chat.id,
      'texts/:id': text.id,
      'pictures/:id': text.id,
      'pictures/:path': '0'.repeat(32),
      'avatars/:path': '0'.repeat(32),
      'blog/:slug': 'kotkost',
      'tags/:tag': 'eten',
      'forms/:form': form.slug,
      'replies/:id': reply,
      'author/:token': linkFor(p, 'author', { id: reply, language: 'nl' }).split('/').at(-1) ?? '',
      'parent/:token': linkFor(p, 'parent', { id: reply, language: 'nl' }).split('/').at(-1) ?? '',
      'files/:file': sentFile.id,
      'demands/:id': demand.id,
      'letters/:id': unsent.id,
      'signup/:token': (await newsletter('lena@example.org')).split('/').at(-1) ?? '',
      'subscription/:token': tokenOf(p, 'newsletter subscriber', subscriber.id),
      'tellings/:id': telling.id,
      'human-look/:token': humanPath(p, ruled).split('/').at(-1) ?? '',
      'still-free/:token': await link('adverts', bart),
      'welcome/:token': await link('staff', nora.personId),
      'alerts/:id': saved,
      'shortlists/:id': list?.split('/').at(-1) ?? '',
      'shared/:token': shared,
      'link/:token': tokenOf(p, 'alert', saved),
      'versions/:number': '1',
      'photos/:path': picture?.[1] ?? '',
      ':path/:file': picture?.[2] ?? '',
      'copy/:id': await idOf('copies'),
      ':id/:secret': copy.split('/').at(-1) ?? '',
      'reports/:id': await idOf('reports'),
      'decisions/:id': await idOf('decisions'),
      'complaints/:id': await idOf('complaints'),
      'evidence/:id': await idOf('evidence'),
      'school/:token': await link('school', an),
      'claims/:id': await idOf('claims'),
      'ledger/:id': opening.id,
      'holds/:about': held,
      'desk/adverts/:id': advert.id,
      'adverts/:id': advert.id,
      'people/:person': bart,
      'staff/:person': nora.personId,
      'objections/:purpose': 'demand',
      'objections/:id': objection.id,
      'incidents/:id': incident.id,
      'security/:key': randomUUID(),
      'passkeys/:passkey': randomUUID(),
    },
    as(who, app = site.app) {
      const visitor = new Visitor(app, '192.0.2.46')
      for (const [name, value] of visitors[who].cookies) visitor.cookies.set(name, value)
      return visitor
    },
    close: () => site.close(),
  }
}

/** The path of a route with its parameters filled in. Throws for a parameter that the world has no example for. */
export function pathTo({ path }: Route, examples: Record<string, string>, language = 'nl'): string {
  const bare = path.replace(shapes, '').split('/')
  return bare
    .map((part, at) => {
      if (!part.startsWith(':')) return part
      if (part === ':language') return language
      const example = examples[`${bare[at - 1]}/${part}`]
      if (example === undefined) throw new Error(`no example for ${bare[at - 1]}/${part} of ${path}: give makeWorld one`)
      return example
    })
    .join('/')
}

export const isOfDesk = ({ name }: Route): boolean => / \/desk(?:\/|$)/.test(name)
