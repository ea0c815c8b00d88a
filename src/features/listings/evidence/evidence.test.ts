import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../../app/testing'
import { signedUp } from '../../accounts/testing'
import { memberOfStaff } from '../../desk/testing'
import { placed } from '../testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const pdf = '%PDF-1.7 zqxattest van Bart'
function form(over: Record<string, string> = {}, document = pdf): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ kind: 'conformity', issuedOn: '2024-03-12', number: 'CA-7', ...over }))
    data.set(name, value)
  data.set('document', new File([document], 'attest.pdf'))
  return data
}
const rowOf = (listing: string) =>
  site.p.db
    .selectFrom('evidence')
    .select(['id', 'state', 'document', 'decided_by'])
    .where('listing_id', '=', listing)
    .executeTakeFirst()

describe('evidence', () => {
  test('is unknown, then sent, checked at the desk, and shown as a fact; the document is sealed', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    const room = `/nl/rooms/${publicId}`
    const an = site.visitor()
    expect((await an.get(room)).text).toContain('Conformiteitsattest Onbekend: we zagen geen document')
    const sent = await bart.visitor.post(`/nl/adverts/${publicId}/evidence`, form())
    expect(sent.status).toBe(303)
    expect((await bart.visitor.follow(sent)).text).toContain('Wordt nagekeken')
    const row = await rowOf(id)
    expect(row?.document?.bytes.toString('latin1')).not.toContain('zqxattest')
    expect((await an.get(room)).text).not.toContain('12 maart 2024')

    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    const desk = `/nl/desk/evidence/${row?.id}`
    expect((await nora.visitor.get('/nl/desk')).html).toContain(desk)
    for (const visitor of [an, bart.visitor])
      expect((await visitor.post(`${desk}/reading`)).bytes.toString()).not.toContain('zqx')
    const read = await nora.visitor.post(`${desk}/reading`)
    expect([read.bytes.toString(), read.headers.get('content-type')]).toEqual([pdf, 'application/pdf'])
    expect(read.headers.get('content-disposition')).toMatch(/^attachment/)
    const opened = await site.p.db.selectFrom('openings').select('holdings').where('person_id', '=', bart.personId).execute()
    expect(opened.map(({ holdings }) => holdings)).toEqual([['document.listing']])
    await nora.visitor.post(`${desk}/acceptance`)
    expect((await an.get(room)).text).toContain(
      'Conformiteitsattest van 12 maart 2024, nummer CA-7, document gezien door de site op 21 november 2026',
    )
    expect((await site.mails())[0]?.text).toContain('Conformiteitsattest van 12 maart 2024')
    expect(await rowOf(id)).toMatchObject({ state: 'seen' })

    // Another house is other evidence.
    const draft = /drafts\/[^/]+/.exec((await bart.visitor.post(`/nl/adverts/${publicId}/draft`)).location ?? '')?.[0]
    await bart.visitor.post(`/nl/adverts/${draft}/address`, {
      street: 'Tiensestraat',
      houseNumber: '4',
      postcode: '3000',
      town: 'Leuven',
    })
    expect((await bart.visitor.post(`/nl/adverts/${draft}/publication`)).status).toBe(303)
    expect((await rowOf(id))?.state).toBe('waiting')
  })

  test('that is refused keeps its reason, not its document', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    await bart.visitor.post(`/nl/adverts/${publicId}/evidence`, form())
    const nora = await memberOfStaff(site, 'moderator')
    const desk = `/nl/desk/evidence/${(await rowOf(id))?.id}`
    expect((await nora.visitor.post(`${desk}/refusal`)).status).toBe(422)
    await nora.visitor.post(`${desk}/refusal`, { reason: 'otherHouse' })
    expect(await rowOf(id)).toMatchObject({ state: 'refused', document: null })
    expect((await bart.visitor.get(`/nl/adverts/${publicId}/evidence`)).text).toContain('over een ander huis')
    expect((await nora.visitor.post(`${desk}/reading`)).status).toBe(404)
  })

  test.each<[string, FormData]>([
    ['a day to come', form({ issuedOn: '2026-11-22' })],
    ['a document that is over', form({ issuedOn: '2016-11-20' })],
    ['no document', form({}, '')],
    ['something else than a document', form({}, '<script>alert(1)</script>')],
    ['a document that is too large', form({}, `%PDF-${'x'.repeat(5 * 1024 * 1024)}`)],
  ])('%s is refused', async (_, data) => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    expect((await bart.visitor.post(`/nl/adverts/${publicId}/evidence`, data)).status).toBe(422)
    expect(await rowOf(id)).toBeUndefined()
  })

  test('of another’s advert is not there, nor of a region that has none of that kind', async () => {
    const [bart, eve] = [await signedUp(site, { firstName: 'Bart' }), await signedUp(site, { firstName: 'Eve' })]
    const { publicId } = await placed(site, bart.personId)
    expect((await eve.visitor.get(`/nl/adverts/${publicId}/evidence`)).status).toBe(404)
    expect((await eve.visitor.post(`/nl/adverts/${publicId}/evidence`, form())).status).toBe(404)
    expect((await bart.visitor.post(`/nl/adverts/${publicId}/evidence`, form({ kind: 'bruLabel' }))).status).toBe(404)
  })
})

describe('who lets', () => {
  test('is shown with the year, and a business with a number that adds up', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId)
    const room = async () => (await site.visitor().get(`/nl/rooms/${publicId}`)).text
    expect(await room()).toContain('Particulier lid sinds 2026')
    const business = (companyNumber: string) =>
      bart.visitor.post('/nl/adverts/advertiser', { advertiser: 'professional', companyNumber })
    expect((await business('0123.456.748')).status).toBe(422)
    expect((await business('BE0123456749')).status).toBe(303)
    expect(await room()).toContain('KBO 0123.456.749')
  })
})

describe('an address of a school', () => {
  test('is confirmed by a link, is shown as the school alone, and is not kept', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const { publicId } = await placed(site, an.personId)
    const ask = (schoolAddress: string) => an.visitor.post('/nl/account/school', { schoolAddress })
    expect((await ask('an@example.org')).status).toBe(422)
    expect((await ask('an.voorbeeld@student.ugent.be')).status).toBe(303)
    const letter = (await site.mails()).find(({ to }) => to === 'an.voorbeeld@student.ugent.be')
    expect(letter?.subject).toBeDefined()
    const link = letter ? linkIn(letter) : ''
    const eve = await signedUp(site, { firstName: 'Eve' })
    expect((await eve.visitor.get(link)).status).toBe(404)
    expect((await an.visitor.get(link)).text).toContain('UGent')
    expect((await an.visitor.post(link)).status).toBe(303)
    expect((await an.visitor.post(link)).status).toBe(410)
    const page = (await site.visitor().get(`/nl/rooms/${publicId}`)).text
    expect(page).toContain('Bevestigd adres van UGent, op 21 november 2026')
    expect(page).not.toContain('voorbeeld@')
    expect(await site.p.db.selectFrom('school_mails').select('id').where('person_id', '=', an.personId).execute()).toEqual([])
    await an.visitor.post('/nl/account/school/removal')
    expect((await site.visitor().get(`/nl/rooms/${publicId}`)).text).not.toContain('UGent')
  })
})
