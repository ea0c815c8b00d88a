import type { Platform } from '../platform/feature'
import type { Language } from '../std/words'
import { type Copy, copyOf } from './copy'

/** Everything that the site holds about several people who are one: a mailbox without an account, of which each question and notice is a person of its
 *  own. Undefined for nobody. */
export async function copyOfAll(p: Platform, people: readonly string[], language: Language): Promise<Copy | undefined> {
  const copies: Copy[] = []
  for (const person of people) copies.push(await copyOf(p, person, language))
  const [first] = copies
  return (
    first && {
      ...first,
      items: first.items.map((item, at) => ({
        ...item,
        holdings: item.holdings.map((holding, within) => {
          const same = copies.flatMap((copy) => copy.items[at]?.holdings[within] ?? [])
          return { ...holding, sent: same.flatMap(({ sent }) => sent), records: same.flatMap(({ records }) => records) }
        }),
      })),
      leftOut: copies.reduce((sum, copy) => sum + copy.leftOut, 0),
    }
  )
}
