import { describe, expect, test } from 'vitest'
import { type Heard, openLive } from './live'

const words = ({ value }: IteratorResult<Heard, void>) => [...(value ?? [])]

describe('following a topic', () => {
  test('goes on at once, and then with each word about it and about no other', async () => {
    const [live, leaving] = [openLive(), new AbortController()]
    const following = live.follow(['a', 'b'], leaving.signal)
    expect(words(await following.next())).toEqual(['began'])
    const next = following.next()
    live.heard('c no')
    live.heard('b yes')
    expect(words(await next)).toEqual(['yes'])
    leaving.abort()
    expect((await following.next()).done).toBe(true)
  })

  test('keeps each word once while nobody takes it, however often it is said', async () => {
    const live = openLive()
    const following = live.follow(['a'], new AbortController().signal)
    await following.next()
    for (let n = 0; n < 10_000; n++) live.heard(`a ${n % 2 ? 'said' : 'typing'}`)
    expect(words(await following.next())).toEqual(['typing', 'said'])
    await following.return()
  })

  test('ends while it waits: by who follows, and for all when the program stops', async () => {
    const [live, leaving] = [openLive(), new AbortController()]
    const [one, other] = [live.follow(['a'], leaving.signal), live.follow(['a'], new AbortController().signal)]
    for (const each of [one, other]) await each.next()
    expect(live.following('a')).toBe(2)
    const [first, second] = [one.next(), other.next()]
    leaving.abort()
    expect([(await first).done, live.following('a')]).toEqual([true, 1])
    live.end()
    expect([(await second).done, live.following('a')]).toEqual([true, 0])
    expect((await live.follow(['a'], new AbortController().signal).next()).done).toBe(true)
  })

  test('hears that something may have been missed', async () => {
    const live = openLive()
    const following = live.follow(['a'], new AbortController().signal)
    await following.next()
    live.missed()
    expect(words(await following.next())).toEqual(['missed'])
    await following.return()
  })
})
