import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestSite, testSite } from '../../app/testing'
import { listingsAnswer, placesAnswer, problem } from './item'
import { limit } from './openapi'
import { names } from './parameters'
import { adverts } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
  const ids = await adverts(site, [
    { title: 'Kot aan de Coupure', street: 'Coupure', postcode: '9000', rent: 44_500, charges_mode: 'fixed', charges: 5_000 },
    {
      title: 'Uit een feed',
      source: 'kotbord',
      source_id: '7',
      source_url: 'https://example.org/7',
      size: 12,
      available_from: '2027-02-01',
    },
    { title: 'Niet in feeds', in_feed: false },
    ...Array.from({ length: 148 }, (_, at) => ({ title: `Kot ${at}`, place_id: 'leuven' })),
  ])
  await site.p.db
    .insertInto('photos')
    .values({
      id: crypto.randomUUID(),
      listing_id: ids[0],
      position: 0,
      path: 'ab/cdef',
      width: 1000,
      height: 700,
      created_at: site.clock.now(),
    })
    .execute()
})
afterAll(() => site.close())
let network = 0
const get = (path: string, headers: Record<string, string> = {}) =>
  site.visitor(`198.51.100.${++network % 250}`).get(path, headers)

test('answers adverts as its schema says, and says where the next are', async () => {
  const answer = await get('/api/v1/listings?where=gent')
  expect(answer.headers.get('content-type')).toContain('application/json')
  const { total, atLeast, items, next } = z.strictObject(listingsAnswer.shape).parse(answer.json())
  expect({ total, atLeast, next }).toEqual({ total: 2, atLeast: false, next: null })
  const first = items.find(({ title }) => title === 'Kot aan de Coupure')
  expect(first).toMatchObject({
    monthlyTotal: 49_500,
    address: { street: 'Coupure', postalCode: '9000', city: 'Gent', countryCode: 'BE' },
    images: ['http://localhost:3000/photos/ab/cdef/800.jpg'],
  })
  expect(first?.url).toBe(`http://localhost:3000/nl/rooms/${first?.id}`)
  expect(items.find(({ title }) => title === 'Uit een feed')?.source).toEqual({ name: 'kotbord', url: 'https://example.org/7' })
})

test('gives all pages, each advert once, and none that is kept out of feeds', async () => {
  const titles: string[] = []
  for (let path: string | null = '/api/v1/listings'; path; ) {
    const { items, next }: z.output<typeof listingsAnswer> = listingsAnswer.parse((await get(path)).json())
    titles.push(...items.map(({ title }) => title))
    path = next
  }
  expect(titles.length).toBe(150)
  expect(new Set(titles).size).toBe(150)
  expect(titles).not.toContain('Niet in feeds')
  expect((await site.visitor().get('/nl/rooms?where=gent')).text).toContain('Niet in feeds')
})

test('answers 304 as long as nothing changed', async () => {
  const first = await get('/api/v1/listings?where=gent')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  const again = await get('/api/v1/listings?where=gent', { 'if-none-match': tag })
  expect([again.status, again.html]).toEqual([304, ''])
  expect(again.headers.get('access-control-allow-origin')).toBe('*')
  expect(again.headers.get('ratelimit')).toBeTruthy()
  await site.p.db.updateTable('listings').set({ rent: 43_000 }).where('title', '=', 'Kot aan de Coupure').execute()
  expect((await get('/api/v1/listings?where=gent', { 'if-none-match': tag })).status).toBe(200)
})

test('refuses what it cannot read, and names it', async () => {
  const answer = await get('/api/v1/listings?max=veel&gender=f&where=Luven')
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(problem.parse(answer.json()).errors?.map(({ name }) => name)).toEqual(['max', 'gender', 'where'])
  const nowhere = await get('/api/v1/nothing')
  expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
})

test('says its limit, and holds to it', async () => {
  const one = site.visitor('203.0.113.9')
  const first = await one.get('/api/v1/places?q=gent')
  expect(first.headers.get('ratelimit-policy')).toBe(`"api";q=${limit.requests};w=${limit.seconds}`)
  expect(first.headers.get('ratelimit')).toBe(`"api";r=${limit.requests - 1};t=${limit.seconds}`)
  for (let n = 1; n < limit.requests; n++) await one.get('/api/v1/openapi.json')
  const refused = await one.get('/api/v1/listings')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  expect(problem.parse(refused.json()).status).toBe(429)
  expect((await get('/api/v1/places?q=gent')).status).toBe(200)
})

test('is open to other sites for reading', async () => {
  const headers = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' }
  expect((await get('/api/v1/listings', headers)).headers.get('access-control-allow-origin')).toBe('*')
  const asked = await site
    .visitor()
    .send('/api/v1/listings', { method: 'OPTIONS', headers: { ...headers, 'access-control-request-method': 'GET' } })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-methods')).not.toContain('POST')
})

test('suggests places', async () => {
  const { items } = z.strictObject(placesAnswer.shape).parse((await get('/api/v1/places?q=Leuvn&language=fr')).json())
  expect(items[0]).toMatchObject({ kind: 'place', id: 'leuven', label: 'Louvain' })
  for (const bad of ['', '?q=', '?q=%00', `?q=${'a'.repeat(81)}`, '?q=gent&language=de'])
    expect((await get(`/api/v1/places${bad}`)).status, bad).toBe(400)
})

test('is described from the schemas that it reads and answers with', async () => {
  const description = z
    .object({
      openapi: z.literal('3.1.0'),
      paths: z.record(
        z.string(),
        z.object({
          get: z.object({
            parameters: z.array(z.object({ name: z.string(), in: z.literal('query'), schema: z.looseObject({}) })),
          }),
        }),
      ),
      components: z.object({ schemas: z.record(z.string(), z.looseObject({ properties: z.record(z.string(), z.unknown()) })) }),
    })
    .parse((await get('/api/v1/openapi.json')).json())
  expect(description.paths['/api/v1/listings']?.get.parameters.map(({ name }) => name)).toEqual(names)
  expect(description.paths['/api/v1/listings']?.get.parameters.find(({ name }) => name === 'kind')?.schema).toMatchObject({
    type: 'array',
    items: { enum: ['kot', 'studio', 'apartment'] },
  })
  const { items } = listingsAnswer.parse((await get('/api/v1/listings?where=gent')).json())
  expect(Object.keys(description.components.schemas.Listing?.properties ?? {}).sort()).toEqual(Object.keys(items[0] ?? {}).sort())
  const references = JSON.stringify(description).match(/#\/components\/schemas\/\w+/g) ?? []
  for (const reference of references) expect(Object.keys(description.components.schemas)).toContain(reference.split('/').at(-1))
})

test('no field is about a person (K19)', async () => {
  const { items } = listingsAnswer.parse((await get('/api/v1/listings')).json())
  const fields = JSON.stringify(items.map((item) => Object.keys({ ...item, ...item.address })))
  expect(fields).not.toMatch(/phone|mail|name|house|number|person|gender|"age/i)
})
