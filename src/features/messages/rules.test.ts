import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayShowPhone } from '../listings'
import {
  closedFor,
  hasRead,
  isUnread,
  knowsName,
  momentAfter,
  newThreadId,
  refusalOf,
  stateOf,
  type ThreadFacts,
  threadIdShape,
} from './rules'

const at = (n: number) => new Date(Date.UTC(2026, 10, 21, 10, n))
const thread: ThreadFacts = {
  seeker_id: 'an',
  advertiser_id: 'bart',
  last_message_at: at(10),
  seeker_read_at: at(10),
  advertiser_read_at: null,
  answered_at: null,
}
const none = { byMe: false, byOther: false }

describe('how a thread stands', () => {
  test.each<[string, Partial<ThreadFacts>, string, string]>([
    ['just sent', {}, 'sent', 'new'],
    ['read', { advertiser_read_at: at(10) }, 'read', 'read'],
    ['read, but not the last', { advertiser_read_at: at(9) }, 'sent', 'new'],
    ['answered, not read', { advertiser_read_at: at(10), seeker_read_at: at(5), answered_at: at(10) }, 'new', 'answered'],
    ['answered and read', { advertiser_read_at: at(10), answered_at: at(10) }, 'answered', 'answered'],
    ['the seeker left', { seeker_id: null }, 'sent', 'ended'],
    ['the advertiser left', { advertiser_id: null }, 'ended', 'new'],
  ])('%s', (_, change, seeker, advertiser) => {
    const facts = { ...thread, ...change }
    expect([stateOf(facts, 'seeker'), stateOf(facts, 'advertiser')]).toEqual([seeker, advertiser])
  })

  test('read is what was written up to the last reading', () => {
    expect(hasRead(thread, 'advertiser', at(1))).toBe(false)
    expect(hasRead(thread, 'seeker', at(10))).toBe(true)
    expect(hasRead(thread, 'seeker', at(11))).toBe(false)
    expect(isUnread(thread, 'seeker')).toBe(false)
  })

  test('the advertiser knows the name from the start, the seeker from the first answer', () => {
    expect(knowsName({ answered_at: null }, 'advertiser')).toBe(true)
    expect(knowsName({ answered_at: null }, 'seeker')).toBe(false)
    expect(knowsName({ answered_at: at(1) }, 'seeker')).toBe(true)
  })

  test('nobody writes to who left, whom they blocked or who blocked them', () => {
    expect(closedFor(thread, 'seeker', none)).toBeUndefined()
    expect(closedFor({ ...thread, advertiser_id: null }, 'seeker', none)).toBe('ended')
    expect(closedFor(thread, 'seeker', { byMe: true, byOther: true })).toBe('blockedByMe')
    expect(closedFor(thread, 'seeker', { byMe: false, byOther: true })).toBe('closed')
  })
})

test('who may reply to an advert', () => {
  expect(refusalOf(undefined, 'an', none)).toBe('gone')
  expect(refusalOf({ person_id: null }, 'an', none)).toBe('gone')
  expect(refusalOf({ person_id: 'an' }, 'an', none)).toBe('own')
  expect(refusalOf({ person_id: 'bart' }, 'an', { byMe: true, byOther: false })).toBe('closed')
  expect(refusalOf({ person_id: 'bart' }, 'an', { byMe: false, byOther: true })).toBe('closed')
  expect(refusalOf({ person_id: 'bart' }, 'an', none)).toBeUndefined()
})

test('moments of messages grow, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (jumps) => {
      let last: Date | null = null
      for (const jump of jumps) {
        const next: Date = momentAfter(last, new Date(1_800_000_000_000 + jump))
        if (last) expect(next.getTime()).toBeGreaterThan(last.getTime())
        last = next
      }
    }),
  )
})

test('K5 as a truth table', () => {
  const bools = [false, true]
  for (const hasPhone of bools)
    for (const spotlit of bools)
      for (const signedIn of bools)
        for (const hasReplied of bools) {
          const seen = hasPhone && (spotlit || (signedIn && hasReplied))
          expect(mayShowPhone({ hasPhone, spotlit, signedIn, hasReplied })).toBe(seen)
        }
})

test('names of threads are random and fit their shape', () => {
  const ids = Array.from({ length: 500 }, newThreadId)
  expect(new Set(ids).size).toBe(500)
  for (const id of ids) expect(id).toMatch(new RegExp(`^${threadIdShape}$`))
})
