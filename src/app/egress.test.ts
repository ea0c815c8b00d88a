import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestSite, testSite } from './testing'
import { anTakesHerCopy, endsAccount, startJourney, wholeJourney } from './testing/journey'

/** Every way out of a Node process ends in one of these. */
const outward: string[] = []
const own = /^(?:127\.\d+\.\d+\.\d+|::1|localhost|\/.*|)$/

const note = (host: unknown) => {
  if (!own.test(String(host ?? ''))) outward.push(String(host))
}
const hostOf = (args: unknown[]): unknown => {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) return Reflect.get(first, 'path') ?? Reflect.get(first, 'host')
  return typeof first === 'string' ? first : typeof second === 'string' ? second : ''
}

let site: TestSite
beforeAll(async () => {
  const { connect } = net.Socket.prototype
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    note(hostOf(args))
    return Reflect.apply(connect, this, args)
  })
  const secure = tls.connect
  vi.spyOn(tls, 'connect').mockImplementation((...args: unknown[]) => {
    note(hostOf(args))
    return Reflect.apply(secure, tls, args)
  })
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveMx'] as const) {
    const real = dns[name]
    vi.spyOn(dns, name).mockImplementation((...args: unknown[]) => {
      note(args[0])
      return Reflect.apply(real, dns, args)
    })
  }
  site = await testSite()
}, 60_000)
afterAll(async () => {
  await site?.close()
  vi.restoreAllMocks()
})

test('G4 G5: in the whole journey the program speaks to nobody but its database', async () => {
  const journey = startJourney(site)
  await wholeJourney(journey)
  await anTakesHerCopy(journey)
  await endsAccount(journey, 'an')
  await endsAccount(journey, 'bart')
  expect(outward).toEqual([])
}, 60_000)

test('and who would speak to another is seen', async () => {
  outward.length = 0
  await fetch('http://planted.invalid/pixel').catch(() => {})
  await new Promise((done) => net.connect({ host: '192.0.2.9', port: 9, timeout: 1 }).on('error', done).on('timeout', done))
  expect(outward).toContain('planted.invalid')
  expect(outward).toContain('192.0.2.9')
})
