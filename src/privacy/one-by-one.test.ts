import { expect, test, vi } from 'vitest'
import { oneByOne } from './one-by-one'

test('people go one by one, with a rest as long as each took, and who cannot go keeps nobody else', async () => {
  const rests: number[] = []
  const logged: unknown[] = []
  let now = 1000
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  const one = async (person: string) => {
    now += person.length
    if (person === 'stays') throw new TypeError('no')
    return person !== 'not'
  }
  const rest = async (milliseconds: number) => void rests.push(milliseconds)
  const log = Object.assign((event: string, facts?: object) => void logged.push({ event, ...facts }), { bug: () => '' })
  try {
    expect(await oneByOne({ log }, 'people', ['goes', 'stays', 'not', 'last one'], one, rest)).toEqual({ done: 2, failed: 1 })
  } finally {
    clock.mockRestore()
  }
  expect(rests).toEqual([4, 5, 3, 8])
  expect(logged).toMatchObject([{ event: 'sweep.failed', table: 'people', error: 'TypeError' }])
})
