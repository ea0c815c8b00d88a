import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { csvOf, marked, unmarked } from '../../../std/csv'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { aRoom, placed } from '../testing'
import { draftsOf } from './drafts'
import { reasonIn } from './reasons'

let site: TestSite
let bart: SignedUp
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
  await bart.visitor.post('/nl/adverts/advertiser', { advertiser: 'private' })
})
afterAll(() => site.close())

const sent = (csv: string) => {
  const form = new FormData()
  form.append('file', new File([csv], 'kamers.csv', { type: 'text/csv' }))
  return bart.visitor.post('/nl/adverts/file', form)
}
const taken = (csv: string) => bart.visitor.post('/nl/adverts/file', { content: csv })
const rows = () =>
  site.p.db
    .selectFrom('listings')
    .select(['id', 'public_id', 'title', 'rent', 'status', 'reference', 'deposit', 'available_from'])
    .where('person_id', '=', bart.personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
const lawful = {
  postcode: '3000',
  street: 'Naamsestraat',
  chargesMode: 'fixed',
  charges: '60',
  deposit: '900',
  energyLabel: 'B',
  epcScore: '180',
  epcCode: '20260101-0001234567-RES-1',
  availableFrom: '2027-02-01',
  lease: 'student',
  chargesCover: 'water',
}
const file = (...lines: Record<string, string>[]) => {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  return csvOf([names, ...lines.map((line) => names.map((name) => line[name] ?? ''))])
}

test('what goes out comes in again and changes nothing', async () => {
  await placed(site, bart.personId, { title: '=Kamer met formule', answers: { lease: 'student', meters: ['water'] } })
  await placed(site, bart.personId, { ...aRoom, title: 'Kamer "twee"; met, tekens', phone: null, charges: 12_50 })
  const out = await bart.visitor.get('/nl/adverts/file/adverts.csv')
  expect(out.headers.get('content-disposition')).toContain('adverts.csv')
  expect(out.html).toContain(`"'=Kamer met formule"`)
  for (const hidden of ['+32470123456', '"96"']) expect(out.html).not.toContain(hidden)
  const report = await sent(out.html)
  expect(report.text).toContain('0 nieuw, 0 gewijzigd, 2 gelijk, 0 als concept, 0 geweigerd')
  const dearer = await taken(out.html.replaceAll('"450"', '"475"'))
  expect(dearer.location).toBe('/nl/adverts/overview?done=2&unread=0')
  expect((await rows()).map(({ rent, status }) => [rent, status])).toEqual([
    [475_00, 'published'],
    [475_00, 'published'],
  ])
  // What a file never has is still there.
  const house = await site.p.db
    .selectFrom('listings')
    .select(['house_number', 'phone', 'answers'])
    .where('title', '=', '=Kamer met formule')
    .executeTakeFirstOrThrow()
  expect([house.house_number !== null, house.phone !== null]).toEqual([true, true])
  expect(house.answers).toEqual({ lease: 'student', meters: ['water'] })
})

test('a file is looked at first, line by line; what is lawful is published, once', async () => {
  const before = await rows()
  const csv = file(
    { id: 'K 1.01', city: 'Leuven', rent: '480', title: 'Kamer op het eerste', text: 'Een kamer met een raam.', ...lawful },
    { id: 'K2', city: 'Leuven', rent: '300', title: 'Kamer met hoge waarborg', text: 'Een kamer.', ...lawful },
    { id: 'K3', city: 'Nergenshuizen', rent: 'veel', title: 'Kamer drie met fout' },
    { id: 'K 1.01', city: 'Leuven', rent: '490', title: 'Kamer op het eerste', text: 'Nog eens.', ...lawful },
  )
  const report = await sent(csv)
  for (const said of [
    '1 nieuw, 0 gewijzigd, 0 gelijk, 2 als concept, 1 geweigerd',
    'huur is geen bedrag ("veel")',
    'kenmerk staat er twee keer in',
    'Dit mag zo niet online',
  ])
    expect(report.text).toContain(said)
  expect(await rows()).toEqual(before)
  const again = /name="content" value="([^"]*)"/.exec(report.html)?.[1] ?? ''
  expect(again).toContain('K 1.01')
  for (const done of [1, 0]) expect((await taken(csv)).location).toBe(`/nl/adverts/overview?done=${done}&drafts=2&unread=1`)
  const made = (await rows()).find(({ reference }) => reference === 'K 1.01')
  expect(made).toMatchObject({ title: 'Kamer op het eerste', rent: 480_00, status: 'published' })
  // Columns that a file has not stay as they are.
  await taken('id,city,rent\nK 1.01,Leuven,460\n')
  expect((await rows()).find(({ id }) => id === made?.id)).toMatchObject({ ...made, rent: 460_00 })
})

const drafts = (person: string) => draftsOf(site.p, site.p.db, person)

test('a line that the law refuses waits as one draft, which knows its name and ends when the advert is there', async () => {
  const dirk = await signedUp(site, { firstName: 'Dirk' })
  const post = (fields: Record<string, string>) => dirk.visitor.post('/nl/adverts/file', fields)
  const line = { id: 'D1', city: 'Leuven', rent: '300', title: 'Kamer met hoge waarborg', text: 'Een kamer.', ...lawful }
  const report = await post({ content: file(line), look: '1' })
  for (const said of ['Wordt een concept', 'Eén regel mag zo niet online', 'Als concept bewaren'])
    expect(report.text).toContain(said)
  expect(await drafts(dirk.personId)).toEqual([])
  const kept = await post({ content: file(line), advertiser: 'private' })
  expect(kept.location).toBe('/nl/adverts/overview?done=0&drafts=1&unread=0')
  expect((await dirk.visitor.get(kept.location ?? '')).text).toContain('Eén regel wacht als concept')
  await post({ content: file({ ...line, rent: '310' }) })
  const [draft, ...others] = await drafts(dirk.personId)
  expect(others).toEqual([])
  expect(draft).toMatchObject({
    reference: 'D1',
    listingId: null,
    typed: { street: 'Naamsestraat', rent: '310', houseNumber: '' },
  })
  expect(draft?.done).toEqual(expect.arrayContaining(['lease', 'rent', 'energy']))
  for (const open of ['address', 'deposit', 'photos']) expect(draft?.done).not.toContain(open)
  // The wizard keeps its name.
  await dirk.visitor.post(`/nl/adverts/drafts/${draft?.id}/words`, {
    title: 'Kamer met minder waarborg',
    text: 'Een kamer met zon.',
  })
  expect(await drafts(dirk.personId)).toMatchObject([{ reference: 'D1', typed: { title: 'Kamer met minder waarborg' } }])
  expect((await post({ content: file({ ...line, deposit: '600' }) })).location).toBe('/nl/adverts/overview?done=1&unread=0')
  expect(await drafts(dirk.personId)).toEqual([])
  // A change that the law refuses waits too, and the advert stays as it is.
  for (const deposit of ['5000', '5001']) await post({ content: file({ ...line, deposit }) })
  const row = await site.p.db
    .selectFrom('listings')
    .select(['id', 'deposit', 'reference'])
    .where('person_id', '=', dirk.personId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ deposit: 600_00, reference: 'D1' })
  expect(await drafts(dirk.personId)).toMatchObject([{ listingId: row.id, typed: { deposit: '5001' } }])
})

test('a line that cannot be read waits as a draft too: with what can be read, and with what cannot as it was written', async () => {
  const fien = await signedUp(site, { firstName: 'Fien' })
  const post = (fields: Record<string, string>) => fien.visitor.post('/nl/adverts/file', fields)
  const [first, second] = [
    { id: 'F1', city: 'Nergenshuizen', rent: 'veel', title: 'Kamer met uitzicht', kind: 'paleis', ...lawful, deposit: '600' },
    { id: 'F2', city: 'Leuven', rent: '300', title: 'Kamer zonder uitzicht', text: 'Een kamer.', ...lawful, deposit: '600' },
  ]
  const csv = file(first, second, { city: 'Leuven', rent: '300' })
  expect((await post({ content: csv, look: '1' })).text).toContain('1 nieuw, 0 gewijzigd, 0 gelijk, 1 als concept, 1 geweigerd')
  for (const done of [1, 0])
    expect((await post({ content: csv, advertiser: 'private' })).location).toBe(
      `/nl/adverts/overview?done=${done}&drafts=1&unread=1`,
    )
  const [draft, ...others] = await drafts(fien.personId)
  expect(others).toEqual([])
  const asWritten = { town: 'Nergenshuizen', rent: 'veel', postcode: '3000', title: first.title, text: '', kind: '' }
  expect(draft).toMatchObject({
    reference: 'F1',
    typed: { ...asWritten, street: 'Naamsestraat', deposit: '600', lease: 'student' },
  })
  for (const open of ['address', 'kind', 'rent', 'words']) expect(draft?.done).not.toContain(open)
  const page = await fien.visitor.get(`/nl/adverts/drafts/${draft?.id}/rent`)
  expect(page.html).toContain('value="veel"')
  // An advert that is there stays as it is, and all that can be read of its line is in its draft.
  const street = { city: 'Nergenshuizen', street: 'Diestsestraat', size: '21' }
  await post({ content: file({ ...second, ...street }) })
  const row = await site.p.db
    .selectFrom('listings')
    .select(['id', 'street', 'size'])
    .where('person_id', '=', fien.personId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ street: 'Naamsestraat', size: null })
  expect((await drafts(fien.personId)).find(({ listingId }) => listingId === row.id)).toMatchObject({
    typed: { town: 'Nergenshuizen', street: 'Diestsestraat', size: '21', rent: '300', title: second.title },
  })
})

test('a draft of a line that is published bears its name, so that its file finds it', async () => {
  const els = await signedUp(site, { firstName: 'Els' })
  const line = { id: 'E1', city: 'Leuven', rent: '300', title: 'Kamer van een lijst', text: 'Een kamer.', ...lawful }
  await els.visitor.post('/nl/adverts/file', { content: file(line), advertiser: 'private' })
  const [draft] = await drafts(els.personId)
  const step = (name: string, fields: Record<string, string>) =>
    els.visitor.post(`/nl/adverts/drafts/${draft?.id}/${name}`, fields)
  await step('address', { street: 'Naamsestraat', houseNumber: '12', postcode: '3000', town: 'Leuven' })
  await step('comfort', { furnished: 'yes', kitchen: 'shared', bath: 'own', toilet: 'shared' })
  await step('registration', { internet: 'included', domicile: 'no' })
  await step('words', {
    language: 'nl',
    title: 'Kamer van een lijst',
    text: 'Een rustige kamer met zon, een bureau en een kast.',
  })
  await step('deposit', { depositAsked: 'yes', deposit: '600' })
  const published = await els.visitor.post(`/nl/adverts/drafts/${draft?.id}/publication`, {})
  expect(published.status, published.text).toBe(303)
  const again = await els.visitor.post('/nl/adverts/file', { content: file({ ...line, deposit: '600', rent: '310' }), look: '1' })
  expect(again.text).toContain('0 nieuw, 1 gewijzigd')
})

test('lines that cannot be read come back as a file, with why and as they were written', async () => {
  const csv = 'id;city;rent;title\nG1;Nergenshuizen;veel;=1+1\nG2;Leuven\n'
  const back = await bart.visitor.post('/nl/adverts/file', { content: csv, refused: '1' })
  expect(back.headers.get('content-disposition')).toContain('refused.csv')
  const [header, first = '', second, ...rest] = back.html.replace('\ufeff', '').trim().split('\r\n')
  expect(header).toBe('"wat er niet klopt";"id";"city";"rent";"title"')
  expect(first).toMatch(/huur is geen bedrag.*;"G1";"Nergenshuizen";"veel";"'=1\+1"$/)
  expect(second).toBe('"de regel heeft 2 waarden, de eerste regel 4 kolommen";"G2";"Leuven"')
  expect(rest).toEqual([])
})

test('a file may be in one’s own words; what is wrong in it is mended on the spot, and nothing of it is lost', async () => {
  const rita = await signedUp(site, { firstName: 'Rita' })
  const post = (fields: Record<string, string>) => rita.visitor.post('/nl/adverts/file', fields)
  const csv = [
    'Kamer;Plaats;Postcode;Straat;Huur;Kosten hoe;Kosten;Inbegrepen;Waarborg;Vrij vanaf;Contract;Energielabel;EPC-score;EPC-code;Titel',
    'R1;Leuven;3000;Naamsestraat;€ 450;vast;60;water, verwarming;900;01/02/2027;studentenhuur;B;180;20260101-0001234567-RES-1;Kamer à 2 ramen',
    'R2;Leuven;3000;Naamsestraat;vierhonderd;vast;60;water;800;01/02/2027;studentenhuur;B;180;;Kamer aan de achterkant',
  ].join('\n')
  const form = new FormData()
  // As Excel writes it on Windows.
  form.append('file', new File([Buffer.from(csv.replaceAll('€', '\u0080'), 'latin1')], 'kamers.csv', { type: 'text/csv' }))
  const report = await rita.visitor.post('/nl/adverts/file', form)
  expect(report.text).toContain('1 nieuw, 0 gewijzigd, 0 gelijk, 1 als concept, 0 geweigerd')
  expect(report.html).toContain('name="mend-3-rent" class="text-input" type="text" value="vierhonderd"')
  const content = (html: string) =>
    (/name="content" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const better = await post({ content: csv, 'mend-3-rent': '400', advertiser: 'private' })
  expect(better.html).toContain('name="mend-3-epcCode"')
  expect(better.html).toMatch(/value="private"[^>]*checked/)
  expect(content(report.html)).toBe(csv)
  const best = await post({ content: content(better.html), 'mend-3-epcCode': '20260101-0007654321-RES-1', look: '1' })
  expect(best.text).toContain('2 nieuw, 0 gewijzigd, 0 gelijk, 0 als concept, 0 geweigerd')
  const unsaid = await post({ content: content(best.html) })
  expect([unsaid.status, unsaid.html.includes('href="#field-advertiser"')]).toEqual([422, true])
  const done = await post({ content: content(unsaid.html), advertiser: 'private' })
  expect(done.location).toBe('/nl/adverts/overview?done=2&unread=0')
  const made = await site.p.db
    .selectFrom('listings')
    .select(['reference', 'rent', 'charges_mode', 'charges_cover', 'deposit', 'epc_code', 'title', 'status'])
    .where('person_id', '=', rita.personId)
    .orderBy('reference')
    .execute()
  expect(made).toMatchObject([
    { reference: 'R1', rent: 450_00, charges_mode: 'fixed', charges_cover: ['water', 'heating'], title: 'Kamer à 2 ramen' },
    { reference: 'R2', rent: 400_00, deposit: 800_00, epc_code: '20260101-0007654321-RES-1', status: 'published' },
  ])
  const out = await rita.visitor.get('/nl/adverts/file/adverts.csv')
  expect(out.html).toContain('"huur"')
  expect(out.html).toContain('"water,verwarming"')
})

test('what is no file of adverts comes back with a reason; another’s adverts are not touched', async () => {
  for (const wrong of ['', 'a;b\n1;2\n', '\u0000\u0001', 'id,city\n1,Leuven']) {
    const answer = await sent(wrong)
    expect([answer.status, answer.html.includes('href="#field-file"')], wrong).toEqual([422, true])
  }
  const many = `id,city,rent\n${Array.from({ length: 501 }, (_, n) => `${n},Leuven,400`).join('\n')}`
  expect((await sent(many)).text).toContain('meer dan 500 regels')
  const an = await signedUp(site, { firstName: 'An' })
  const other = await placed(site, an.personId, { title: 'Van An' })
  await taken(file({ id: other.publicId, city: 'Leuven', rent: '1', ...lawful }))
  const kept = await site.p.db.selectFrom('listings').select('rent').where('id', '=', other.id).executeTakeFirstOrThrow()
  expect(kept.rent).toBe(450_00)
  expect((await site.visitor().get('/nl/adverts/file/adverts.csv')).status).toBe(303)
})

test('a formula is shown by a spreadsheet and run by none, and is the same when it comes back', () => {
  for (const formula of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', "'=1"]) expect(marked(formula)).toBe(`'${formula}`)
  for (const plain of ['-12', '+3,5', 'Kamer = klein', "'t Zand"]) expect(marked(plain)).toBe(plain)
  fc.assert(fc.property(fc.string(), (value) => unmarked(marked(value)) === value))
})

test('reasons are said in the language of the reader', () => {
  expect(reasonIn('rent is not an amount ("veel")', 'fr')).toBe('loyer n’est pas un montant ("veel")')
  expect(reasonIn('rent is not an amount ("rent")', 'nl')).toBe('huur is geen bedrag ("rent")')
  expect(reasonIn('size must be at most 1000', 'nl')).toBe('oppervlakte klopt niet')
  expect(reasonIn('rent is missing', 'en')).toBe('rent is missing')
})
