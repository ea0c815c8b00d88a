// How the rules about adverts meet people: in the wizard, at publication, at the desk and when an advert comes back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { memberOfStaff } from '../desk/testing'
import { ownAdvert } from './queries'
import { contentOfRow } from './stored'
import { placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const rowOf = (publicId: string) =>
  site.p.db
    .selectFrom('listings')
    .select(['id', 'status', 'against', 'cleared'])
    .where('public_id', '=', publicId)
    .executeTakeFirstOrThrow()
/** The draft that changes an advert. */
const changed = async (visitor: Visitor, publicId: string) =>
  /drafts\/[^/]+/.exec((await visitor.post(`/nl/adverts/${publicId}/draft`)).location ?? '')?.[0] ?? ''

describe('an unlawful advert', () => {
  test('is refused on its page, may wait, and is not published before', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId)
    const draft = await changed(bart.visitor, publicId)
    const deposit = `/nl/adverts/${draft}/deposit`
    const typed = { depositAsked: 'yes', deposit: '1000' }
    const refused = await bart.visitor.post(deposit, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('De huurwaarborg mag hoogstens twee maanden huur zijn.')
    expect(refused.text).toContain('Verlaag de waarborg')
    expect(refused.html).toContain('href="https://www.mexp.be/post/studentenhuisvesting"')
    expect((await bart.visitor.post(deposit, { ...typed, anyway: '1' })).status).toBe(303)
    const check = await bart.visitor.get(`/nl/adverts/${draft}/check`)
    expect(check.text).toContain('Dit mag zo niet online')
    const publication = await bart.visitor.post(`/nl/adverts/${draft}/publication`)
    expect(publication.status).toBe(422)
    expect(publication.html).toContain(`href="${deposit}"`)
    await bart.visitor.post(deposit, { ...typed, deposit: '900' })
    expect((await bart.visitor.post(`/nl/adverts/${draft}/publication`)).status).toBe(303)
  })

  test('does not come back online, and its owner is brought to what is wrong', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId, { deposit: 901_00 }, { status: 'paused' })
    const answer = await bart.visitor.post(`/nl/adverts/${publicId}/publication`)
    expect(answer.location).toMatch(/\/nl\/adverts\/drafts\/[^/]+\/check$/)
    expect((await bart.visitor.follow(answer)).text).toContain('hoogstens twee maanden huur')
    expect((await rowOf(publicId)).status).toBe('paused')
  })
})

describe('words that read as discrimination', () => {
  test('are looked at by the desk, with the reason for both; what it lets stand is not held again', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId, id } = await placed(site, bart.personId)
    const draft = await changed(bart.visitor, publicId)
    const text = 'Ruime kamer onder het dak. Geen OCMW, geen buitenlanders.'
    await bart.visitor.post(`/nl/adverts/${draft}/words`, { language: 'nl', title: 'Lichte kamer met balkon', text })
    expect((await bart.visitor.get(`/nl/adverts/${draft}/words`)).text).toContain('“Geen OCMW”')
    const done = await bart.visitor.post(`/nl/adverts/${draft}/publication`)
    expect(done.location).toBe(`/nl/adverts?held=${publicId}`)
    expect(await rowOf(publicId)).toMatchObject({ status: 'held', against: ['wording-origin', 'wording-wealth'] })
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).status).toBe(404)
    expect((await bart.visitor.get('/nl/adverts')).text).toContain('Dit leest als een keuze op afkomst of nationaliteit.')
    expect((await site.mails())[0]?.text).toContain('Dit leest als een keuze op vermogen')

    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    expect((await nora.visitor.get(`/nl/desk/adverts/${id}`)).text).toContain('“Geen OCMW, geen buitenlanders”')
    await nora.visitor.post(`/nl/desk/adverts/${id}/release`)
    expect(await rowOf(publicId)).toMatchObject({ status: 'published', against: [] })
    await bart.visitor.post(`/nl/adverts/${publicId}/pause`)
    await bart.visitor.post(`/nl/adverts/${publicId}/publication`)
    expect((await rowOf(publicId)).status).toBe('published')

    const again = await changed(bart.visitor, publicId)
    await bart.visitor.post(`/nl/adverts/${again}/words`, {
      language: 'nl',
      title: 'Lichte kamer met balkon',
      text: `${text} Echt niet.`,
    })
    await bart.visitor.post(`/nl/adverts/${again}/publication`)
    expect((await rowOf(publicId)).status).toBe('held')
  })
})

describe('what one region wants told', () => {
  const asked = async (visitor: Visitor, draft: string) => {
    const pages = [
      'bareRent',
      'referenceRent',
      'previousRent',
      'meters',
      'domicileReason',
      'points',
      'criteria',
      'sublet',
      'conformity',
    ]
    const seen = await Promise.all(
      pages.map(async (page) => [page, (await visitor.get(`/nl/adverts/${draft}/${page}`)).status] as const),
    )
    return seen.flatMap(([page, status]) => (status === 200 ? [page] : []))
  }

  test.each([
    ['Brussel', '1050', 'Elsene', { lease: 'short' }, ['referenceRent', 'previousRent', 'meters']],
    ['Wallonië', '1348', 'Louvain-la-Neuve', { lease: 'student' }, ['domicileReason']],
    ['Nederland', '3512', 'Utrecht', { lease: 'campus' }, ['points', 'criteria']],
    ['Vlaanderen', '9000', 'Gent', { lease: 'sublet' }, ['sublet', 'conformity']],
    ['een stad die het van studentenkamers vraagt', '2800', 'Mechelen', { lease: 'student' }, ['conformity']],
    ['een stad die het van niets anders vraagt', '2800', 'Mechelen', { lease: 'main' }, []],
  ])('is asked there alone: %s', async (_, postcode, town, lease, pages) => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId)
    const draft = await changed(bart.visitor, publicId)
    await bart.visitor.post(`/nl/adverts/${draft}/address`, { street: 'Dorpsstraat', houseNumber: '4', postcode, town })
    await bart.visitor.post(`/nl/adverts/${draft}/lease`, lease)
    expect(await asked(bart.visitor, draft)).toEqual(pages)
  })

  test('is kept with the advert and shown', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const answers = { lease: 'campus', criteria: 'Op volgorde van reactie', points: 120 } as const
    const { publicId } = await placed(site, bart.personId, { place: 'utrecht', postcode: '3512', answers })
    const page = await site.visitor().get(`/nl/rooms/${publicId}`)
    for (const said of ['Wettelijke informatie', 'Op volgorde van reactie', '120']) expect(page.text).toContain(said)
    const row = await ownAdvert(site.p.db, publicId, bart.personId)
    expect(row && contentOfRow(await site.p.vault.keys(site.p.db, [bart.personId]), row).answers).toEqual(answers)
  })
})
