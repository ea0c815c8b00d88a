import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Mood, startGravatar } from '../../../dev/simulators/gravatar'
import { GravatarTrouble, pictureOf } from './gravatar'

/**
 * The contract with Gravatar, kept by a simulator. GRAVATAR_URL points it at Gravatar itself, with GRAVATAR_OF an address that has a picture there; what
 * it does only on a bad day is then skipped.
 */
const live = process.env.GRAVATAR_URL
const email = process.env.GRAVATAR_OF ?? ' MyEmailAddress@example.com '
let gravatar: Awaited<ReturnType<typeof startGravatar>>
beforeAll(async () => {
  gravatar = await startGravatar()
})
afterAll(() => gravatar.stop())
beforeEach(() => gravatar.be('well'))

const ask = (of = email, patience = 10_000) => pictureOf({ base: live ?? gravatar.url, patience }, of, 96)

test('K18: has a picture, of which it gets a hash alone', async () => {
  expect((await ask())?.byteLength).toBeGreaterThan(100)
  // SHA-256 of the address, trimmed and in lower case: the example in Gravatar's own documentation.
  const example = '/avatar/84059b07d4be67b806386c0aad8070a23f18836bbaae342275dc0a83414c32ee?s=96&d=404&r=g'
  if (!live) expect(gravatar.asked.map(({ url }) => url)).toEqual([example])
})

test('has none of who has no picture there', async () => {
  gravatar.be('nobody')
  expect(await ask(`${crypto.randomUUID()}@example.org`)).toBeUndefined()
})

describe.skipIf(live)('on a bad day', () => {
  test.each<Mood>(['html', 'endless', 'svg'])('%s is no picture', async (mood) => {
    gravatar.be(mood)
    expect(await ask()).toBeUndefined()
  })

  test.each<Mood>(['slow', 'busy', 'down', 'moved'])('%s is its trouble, told without address and hash', async (mood) => {
    gravatar.be(mood)
    const trouble = await ask(email, 200).catch((error: unknown) => error)
    expect(trouble).toBeInstanceOf(GravatarTrouble)
    expect(String((trouble as Error).stack)).not.toMatch(/84059b07|myemailaddress/i)
    expect((trouble as Error).cause).toBeUndefined()
  })
})
