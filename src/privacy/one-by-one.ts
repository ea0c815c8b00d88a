import { setTimeout } from 'node:timers/promises'
import type { Platform } from '../platform/feature'
import { factsOf } from '../platform/log'

/** Does `one` for each of these people in turn, and rests after each for as long as that took: at least half of the time is for others, however many there
 *  are. Answers for how many it was done (`one` says so), and how many failed, whom the log names by no more than `about`. `rest`: milliseconds. */
export async function oneByOne(
  { log }: Pick<Platform, 'log'>,
  about: string,
  people: readonly string[],
  one: (person: string) => Promise<boolean>,
  rest: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<{ done: number; failed: number }> {
  let [done, failed] = [0, 0]
  for (const person of people) {
    const began = performance.now()
    try {
      if (await one(person)) done++
    } catch (error) {
      failed++
      log('sweep.failed', { table: about, ...factsOf(error) })
    }
    await rest(performance.now() - began)
  }
  return { done, failed }
}
