import { expect, test } from 'vitest'
import { copyWith, record } from './copied'
import type { Copy } from './copy'
import { copySchema } from './copy-schema'
import { jsonOf } from './flow'
import { portableOf, portableSchema } from './portable'
import { copySchemas } from './schemas'

const whole = (): Copy =>
  copyWith({
    records: [record({ goes: '2026-12-01T10:00:00.000Z', files: ['photos/a/1600.jpg'] })],
    purposes: [{ purpose: 'account', name: 'Je account', basis: 'contract', basisName: 'Overeenkomst' }],
    sent: [{ to: 'mail', name: 'Mailbezorger', purpose: 'serviceMail', at: '2026-11-20T10:00:00.000Z' }],
  })
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
/** What one may take along of it, as it stands in the file. */
const portable = async (): Promise<unknown> => JSON.parse((await Array.fromAsync(jsonOf(portableOf(whole())))).join(''))
type Place = (string | number)[]

/** The places in a value: of each member and each element. `values` and `rule` may hold anything. */
const placesIn = (value: unknown, at: Place = []): Place[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => {
    const place = [...at, Array.isArray(value) ? Number(key) : key]
    return key === 'values' || key === 'rule' ? [place] : [place, ...placesIn(member, place)]
  })
}
/** The value with something else in one place, or without it. */
function otherwise(value: unknown, [key, ...rest]: Place, put: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one, at) => (at === key ? (rest.length > 0 ? otherwise(one, rest, put) : put) : one))
  if (typeof value !== 'object' || value === null) throw new Error('there is no such place')
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      if (name !== key) return [[name, member]]
      if (rest.length > 0) return [[name, otherwise(member, rest, put)]]
      return put === undefined ? [] : [[name, put]]
    }),
  )
}

test.each([
  ['a copy', copySchema, async () => plain(whole()), /\.files$/],
  ['what one may take along', portableSchema, portable, /\.files$/],
] as const)(
  'the published shape of %s is that of all of it: nothing may be missing, or be something else',
  async (_, schema, made, optional) => {
    const value = await made()
    expect(schema.safeParse(value).error).toBeUndefined()
    expect(schema.parse(value)).toEqual(value)
    const places = placesIn(value)
    expect(places.length).toBeGreaterThan(10)
    for (const place of places) {
      const name = place.join('.')
      if (typeof place.at(-1) === 'string' && !optional.test(name))
        expect([name, schema.safeParse(otherwise(value, place, undefined)).success]).toEqual([name, false])
      if (place.at(-1) !== 'rule')
        expect([name, schema.safeParse(otherwise(value, place, () => {})).success]).toEqual([name, false])
    }
  },
)

test('of what is a code, a moment or a count nothing else is taken; what may be empty, may', () => {
  const holding: Place = ['items', 0, 'holdings', 0]
  const first: Place = [...holding, 'records', 0]
  const takes = (place: Place, put: unknown) => copySchema.safeParse(otherwise(plain(whole()), place, put)).success
  const wrong: [Place, unknown][] = [
    [['about', 'schema'], 2],
    [['about', 'language'], 'de'],
    [['about', 'madeAt'], 'yesterday'],
    [['leftOut'], 1.5],
    [[...first, 'goes'], '2026-12-01'],
    [[...holding, 'source', 'code'], 'elsewhere'],
    [[...holding, 'sent', 0, 'at'], 'yesterday'],
    [[...first, 'values'], 'An'],
  ]
  for (const [place, put] of wrong) expect([place.join('.'), takes(place, put)]).toEqual([place.join('.'), false])
  const right: [Place, unknown][] = [
    [['about', 'language'], 'fr'],
    [['about', 'language'], 'en'],
    [[...first, 'goes'], null],
    [[...holding, 'source', 'code'], 'use'],
    [[...holding, 'source', 'code'], 'site'],
  ]
  for (const [place, put] of right) expect([place.join('.'), put, takes(place, put)]).toEqual([place.join('.'), put, true])
  const { officer } = whole().about
  expect(takes(['about', 'officer'], { ...officer, address: 'Leuven' })).toBe(true)
  expect(takes(['about', 'officer'], { ...officer, address: 7 })).toBe(false)
})

test('the schemas are published as JSON Schema, with what each part means', () => {
  const { copy, portable } = copySchemas()
  for (const schema of [copy, portable])
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
  expect(copy).toHaveProperty('properties.about')
  expect(portable).toHaveProperty('properties.items.description')
  expect(JSON.stringify(copy)).toContain('GDPR article 11')
})
