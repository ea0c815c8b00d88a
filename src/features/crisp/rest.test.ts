// What we ask of Crisp, held against its simulator; or against Crisp itself, where CRISP_WEBSITE, CRISP_IDENTIFIER and CRISP_KEY say which workspace of yours.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCrisp } from '../../../dev/simulators/crisp'
import { type Crisp, CrispTrouble, crispAt } from './rest'
import { apiOf } from './settings'
import { sessionNamed } from './testing'

const { CRISP_WEBSITE, CRISP_IDENTIFIER, CRISP_KEY, CRISP_TIER = 'website' } = process.env
const own = CRISP_WEBSITE && CRISP_IDENTIFIER && CRISP_KEY
const website = CRISP_WEBSITE ?? '8c842203-7ed8-4e29-a608-7cf78a7d2fcc'
let simulator: Awaited<ReturnType<typeof startCrisp>>
let crisp: Crisp
let access: Parameters<typeof crispAt>[0]
beforeAll(async () => {
  simulator = await startCrisp({ website })
  access = own
    ? { website, identifier: CRISP_IDENTIFIER, key: CRISP_KEY, tier: CRISP_TIER }
    : { website, identifier: 'id', key: 'key', tier: 'website', base: `${simulator.url}/` }
  crisp = crispAt(access)
})
afterAll(() => simulator.stop())

/** A conversation that is there now. */
async function begun(): Promise<string> {
  const { identifier, key, tier, base } = access
  const answer = await fetch(`${apiOf(base)}/website/${website}/conversation`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${identifier}:${key}`).toString('base64')}`, 'x-crisp-tier': tier },
  })
  const { data }: { data: { session_id: string } } = JSON.parse(await answer.text())
  return data.session_id
}

describe('Q11: Crisp, as it and its simulator are asked', () => {
  test('has a conversation until it is erased, and to erase it again does no harm', async () => {
    const session = await begun()
    expect(await crisp.has(session)).toBe(true)
    await crisp.erase(session)
    expect(await crisp.has(session)).toBe(false)
    await crisp.erase(session)
    expect(await crisp.has(sessionNamed(404))).toBe(false)
  })

  test('says which conversations are old', async () => {
    const sessions = [await begun(), await begun(), await begun()]
    const soon = await crisp.before(new Date(Date.now() + 600_000))
    for (const session of sessions) expect(soon).toContain(session)
    const before = await crisp.before(new Date(Date.now() - 600_000))
    for (const session of sessions) expect(before).not.toContain(session)
    for (const session of sessions) await crisp.erase(session)
  })
})

describe.skipIf(own)('Q11: Crisp on a bad day', () => {
  test('the profile goes with the conversation, and first', async () => {
    const session = await begun()
    simulator.people.add('wie')
    simulator.conversations.set(session, { updated: 0, said: 1, people: 'wie' })
    simulator.asked.length = 0
    await crisp.erase(session)
    expect([simulator.people.size, simulator.conversations.has(session)]).toEqual([0, false])
    expect(simulator.asked.map((one) => one.replace(`/v1/website/${website}/`, ''))).toEqual([
      `GET conversation/${session}`,
      'DELETE people/profile/wie',
      `DELETE conversation/${session}`,
    ])
  })

  test.each(['busy', 'down', 'html'] as const)(
    'is %s: nothing is taken for done, and what is thrown names nobody',
    async (mood) => {
      const session = await begun()
      simulator.be(mood)
      for (const ask of [() => crisp.erase(session), () => crisp.has(session), () => crisp.before(new Date())]) {
        // A page without a body cannot be told from an answer: HEAD has none.
        if (mood === 'html' && ask.toString().includes('has')) continue
        const error = await ask().catch((thrown) => thrown)
        expect(error).toBeInstanceOf(CrispTrouble)
        expect(`${error.message} ${error.stack} ${error.cause}`).not.toContain(session)
      }
      simulator.be('well')
      expect(simulator.conversations.has(session)).toBe(true)
    },
  )

  test('refuses who is not let in, and is not there: neither is taken for done', async () => {
    const session = await begun()
    await expect(crispAt({ ...access, website: 'another' }).before(new Date())).rejects.toThrow('never does')
    await expect(crispAt({ ...access, key: 'fout' }).erase(session)).rejects.toThrow('answered 401')
    await expect(crispAt({ ...access, base: 'http://127.0.0.1:9/' }).erase(session)).rejects.toThrow('no answer')
  })
})
