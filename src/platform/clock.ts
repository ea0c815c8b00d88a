/** The time, injected, so that a test can stand at the boundary of a term. */
export type Clock = { now(): Date }
export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export function standingClock(start = '2026-11-21T10:00:00Z'): Clock & { pass(milliseconds: number): void } {
  let time = new Date(start).getTime()
  return {
    now: () => new Date(time),
    pass(milliseconds) {
      time += milliseconds
    },
  }
}

export const seconds = (n: number): number => n * 1000
export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000

export { dayOf } from '../std/written'
