// Sweeps of bad input over every route of the site. Each answers what did not stand it.
import fc from 'fast-check'
import type { Hono } from 'hono'
import type { Env } from '../../platform/http'
import { filled, formsIn, type PageForm } from './forms'
import type { Visitor } from './index'
import { cast } from './journey'
import type { Seen } from './sweep-pages'
import { isOfDesk, pathTo, type Route, type World } from './world'

const strange = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202Ekot\u2066',
  '🦊'.repeat(80),
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '%00%',
  '../../../etc/passwd',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999',
  '2026-02-30',
  '0001-01-01',
  '51.5, 2.5',
  '\uFFFF\uD800',
  '{"a":1}',
  'x'.repeat(5000),
]
const names = ['__proto__', 'constructor', 'toString', 'a[b]', 'text[]', '']

const valid: Record<string, string> = {
  ...cast.bart,
  ...cast.advert,
  postcode: '3000',
  town: 'Leuven',
  explanation: cast.report,
  current: cast.bart.password,
  who: cast.bart.email,
  to: '/nl',
  goodFaith: '1',
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const bodyFor = (form: PageForm | undefined) => {
  const fields = form?.fields ?? []
  const typed = Object.fromEntries(fields.flatMap(({ name }) => (valid[name] ? [[name, valid[name]]] : [])))
  const base = form ? filled(form, typed) : {}
  const field = fields.length > 0 ? oneOf(...fields.map(({ name }) => name), ...names) : oneOf(...names)
  const value = fc.oneof({ weight: 4, arbitrary: oneOf(...strange) }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })
  const changes = fc.array(fc.tuple(field, fc.array(value, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 3 })
  return fc.record({
    fields: changes.map((some) => ({ ...base, ...Object.fromEntries(some) })),
    as: oneOf('form', 'form', 'form', 'multipart', 'file', 'json', 'nothing', 'broken'),
  })
}

type Body = { fields: Record<string, string[]>; as: string }
const requestOf = ({ fields, as }: Body): { body?: string | FormData; headers: Record<string, string> } => {
  const pairs = Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
  if (as === 'form')
    return { body: new URLSearchParams(pairs).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  if (as === 'json') return { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } }
  if (as === 'broken') return { body: 'no form at all', headers: { 'content-type': 'multipart/form-data; boundary=x' } }
  if (as === 'nothing') return { headers: {} }
  const body = new FormData()
  for (const [name, value] of pairs) {
    if (as === 'file') body.append(name, new File([value], 'x\u202Egpj.exe', { type: 'image/jpeg' }))
    else body.append(name, value)
  }
  return { body, headers: {} }
}

const fine = new Set([200, 302, 303, 400, 403, 404, 410, 413, 415, 422, 429])

/** Bad input that an act does not answer with a page: bodies of every shape, sent to each route that takes one. */
export async function actsThatBreak(
  world: World,
  routes: readonly Route[],
  seen: readonly Seen[],
  who: (route: Route) => Promise<Visitor> | Visitor,
  runs: number,
): Promise<string[]> {
  const forms = new Map(seen.flatMap(({ path, answer }) => formsIn(answer.html, path).map((form) => [form.action, form])))
  const faults: string[] = []
  for (const route of routes.filter(({ method }) => method !== 'GET')) {
    const path = pathTo(route, world.examples)
    const visitor = await who(route)
    const sent = fc.asyncProperty(bodyFor(forms.get(path)), async (body) => {
      const { status } = await visitor.send(path, { method: route.method, ...requestOf(body) })
      if (!fine.has(status)) throw new Error(`${status} for ${JSON.stringify(body).slice(0, 300)}`)
    })
    const result = await fc.check(sent, { seed: 2026, numRuns: runs })
    const large = { fields: { [forms.get(path)?.fields[0]?.name ?? 'text']: ['x'.repeat(1_100_000)] }, as: 'form' }
    const { status } = await visitor.send(path, { method: route.method, ...requestOf(large) })
    if (!fine.has(status)) faults.push(`${route.name}: ${status} for a megabyte`)
    if (result.failed) faults.push(`${route.name}: ${String(result.errorInstance)}`)
  }
  return faults
}

const strangeParts = [
  '%00',
  'a%00b',
  '%F0%9F%A6%8A',
  '%E2%80%AE',
  'x'.repeat(3000),
  '..%2f..%2fetc',
  '-1',
  '1e309',
  '%C3%28',
  '%',
]

const aFew = new Set(['%00', '1e309'])

/** Addresses that a page does not stand: strange parameters and questions. */
export async function addressesThatBreak(
  { as, examples }: World,
  app: Hono<Env>,
  routes: readonly Route[],
  seen: readonly Seen[],
): Promise<string[]> {
  const faults: string[] = []
  const asked = new Map<string, string[]>()
  for (const { path, answer } of seen)
    for (const form of formsIn(answer.html, path).filter(({ method }) => method === 'GET'))
      asked.set(form.action, [...(asked.get(form.action) ?? []), ...form.fields.map(({ name }) => name)])
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const path = pathTo(route, examples)
    const parameters = Object.keys(examples).filter((name) => pathTo(route, { ...examples, [name]: 'strange' }) !== path)
    const questions = [...new Set(['page', 'to', 'after', 'q', 'done', 'box', ...(asked.get(path) ?? [])])]
    const addresses = strangeParts.flatMap((part) => [
      ...parameters.map((name) => pathTo(route, { ...examples, [name]: part })),
      `${path}?${questions.map((name) => `${encodeURIComponent(name)}=${part}`).join('&')}`,
      // Each by itself where there is much to ask, so that one that is refused does not hide another.
      ...(asked.has(path) && aFew.has(part) ? questions.map((name) => `${path}?${encodeURIComponent(name)}=${part}`) : []),
    ])
    for (const address of addresses) {
      const { status } = await as(isOfDesk(route) ? 'staff' : 'bart', app).get(address)
      if (!fine.has(status)) faults.push(`${route.name}: ${status} for ${address.slice(0, 200)}`)
    }
  }
  return faults
}
