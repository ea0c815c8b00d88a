// What the adapter makes of a Mautic, and of one that fails. With MAUTIC_URL and its credentials in the environment the contract is tried on that one too: it makes
// contacts there at example.org, and takes them away.
import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Mood, startMautic } from '../../../dev/simulators/mautic'
import { standingClock, systemClock } from '../../platform/clock'
import { configFrom, type MauticConfig } from '../../platform/config'
import { type Mautic, MauticTrouble, mauticAt } from './mautic'

let simulator: Awaited<ReturnType<typeof startMautic>>
beforeAll(async () => {
  simulator = await startMautic()
})
afterAll(() => simulator?.close())
afterEach(() => simulator.be('well'))

const basic = { user: 'site', password: 'geheim' }
const oauth = { id: 'us', secret: 'sec' }
const at = (by: MauticConfig['by'], wait?: number) => mauticAt({ base: `${simulator.url}/`, by }, standingClock(), wait)
const address = () => `an.${randomUUID().slice(0, 8)}@example.org`

const real = process.env.MAUTIC_URL ? configFrom(process.env).mautic : undefined
const places: [string, () => Mautic][] = [
  ['the simulator, with a password', () => at(basic)],
  ['the simulator, with a token', () => at(oauth)],
  ...(real ? [['a real one', () => mauticAt(real, systemClock)] satisfies [string, () => Mautic]] : []),
]

describe.each(places)('Q2 K16: the contract, as %s keeps it', (_where, open) => {
  const made: string[] = []
  afterAll(async () => {
    for (const number of made) await open().remove(number)
  })

  test('who is put there is found by their address, changes under their number, and goes', async () => {
    const mautic = open()
    const [before, after] = [address(), address()]
    const number = await mautic.put(undefined, { email: before, firstName: 'An' })
    made.push(number)
    expect(number).toMatch(/^\d+$/)
    expect(await mautic.find(before)).toEqual([number])
    // The same address is the same person.
    expect(await mautic.put(undefined, { email: before, firstName: 'An' })).toBe(number)
    expect(await mautic.put(number, { email: after, firstName: 'Anne' })).toBe(number)
    expect([await mautic.find(before), await mautic.find(after)]).toEqual([[], [number]])
    await mautic.remove(number)
    expect(await mautic.find(after)).toEqual([])
    expect(await mautic.wantsNone(number)).toBeUndefined()
    // Gone twice is gone; and who is put there again is made anew.
    await mautic.remove(number)
    const again = await mautic.put(number, { email: after, firstName: 'Anne' })
    made.push(again)
    expect(await mautic.find(after)).toEqual([again])
  })

  test('G7: it mails nothing to who rests, and that is not their own word', async () => {
    const mautic = open()
    const number = await mautic.put(undefined, { email: address(), firstName: 'Bart' })
    made.push(number)
    expect(await mautic.wantsNone(number)).toBe(false)
    await mautic.rest(number)
    await mautic.rest(number)
    expect(await mautic.wantsNone(number)).toBe(false)
    await mautic.goOn(number)
    expect(await mautic.wantsNone(number)).toBe(false)
  })
})

describe('what else a Mautic may do', () => {
  const contact = { email: 'an@example.org', firstName: 'An' }
  const troubleOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error)

  test.each<[Mood, MauticTrouble['code']]>([
    ['slow', 'mautic_silent'],
    ['late', 'mautic_silent'],
    ['busy', 'mautic_down'],
    ['down', 'mautic_down'],
    ['html', 'mautic_unclear'],
  ])('%s is trouble, which names nobody', async (mood, code) => {
    simulator.be(mood)
    for (const by of [basic, oauth]) {
      const trouble = await troubleOf(at(by, 300).find('geheim@example.org'))
      expect(trouble).toBeInstanceOf(MauticTrouble)
      expect(trouble).toMatchObject({ code, message: code })
      expect(inspect(trouble, { depth: 9 })).not.toMatch(/geheim|127\.0\.0\.1/)
    }
  })

  test('so is one that is not there, and one that does not know us', async () => {
    const gone = mauticAt({ base: 'http://127.0.0.1:9/', by: basic }, standingClock())
    expect(await troubleOf(gone.put(undefined, contact))).toMatchObject({ code: 'mautic_down' })
    for (const by of [
      { ...basic, password: 'x' },
      { ...oauth, secret: 'x' },
    ])
      expect(await troubleOf(at(by).put(undefined, contact))).toMatchObject({ code: 'mautic_refused' })
  })

  test('a token is asked for once, and again when it was taken back or is over', async () => {
    const clock = standingClock()
    const mautic = mauticAt({ base: `${simulator.url}/`, by: oauth }, clock)
    const asked = async () => {
      simulator.asked.length = 0
      await mautic.wantsNone('1')
      return simulator.asked.length
    }
    expect([await asked(), await asked()]).toEqual([1, 1])
    simulator.be('revoked')
    expect(await asked()).toBe(2)
    clock.pass(3_600_000)
    expect(await asked()).toBe(1)
  })

  test('G3: of one that answers with everybody nobody else is found', async () => {
    simulator.make({ email: 'lies@example.org', firstname: 'Lies' })
    const { id } = simulator.make({ email: 'An@example.org', firstname: 'An' })
    simulator.be('everybody')
    expect(await at(basic).find('an@example.org')).toEqual([String(id)])
    expect(await at(basic).find('niemand@example.org')).toEqual([])
  })

  test('K16: who took themselves off mails stays off, whatever a restriction does', async () => {
    const mautic = at(basic)
    const { id } = simulator.make({ email: 'cas@example.org', firstname: 'Cas' })
    simulator.stop(id)
    expect(await mautic.wantsNone(String(id))).toBe(true)
    await mautic.rest(String(id))
    await mautic.goOn(String(id))
    expect(await mautic.wantsNone(String(id))).toBe(true)
  })
})
