import { enterLetter, enterReader } from '../../features/newsletter'
import { textsIn } from '../../features/writing'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'

/** How many have the newsletter of the demo, in the languages that its site has. */
const readers: Record<Language, number> = { nl: 34, fr: 18, en: 13 }
/** The first of them said yes so many days ago, before any letter; and then one after the other. */
const since = 80

/** Letters of articles in a site's folder. `daysAgo`: when it went out; a draft did not. Their ids are known, so that they can be taken out. */
export const demoLetters: readonly { id: string; article: string; language: Language; daysAgo?: number }[] = [
  { id: '0d3e0000-0000-4000-8000-000000000001', article: 'fake-adverts', language: 'nl', daysAgo: 12 },
  { id: '0d3e0000-0000-4000-8000-000000000002', article: 'fake-adverts', language: 'fr', daysAgo: 12 },
  { id: '0d3e0000-0000-4000-8000-000000000003', article: 'first-visit', language: 'nl' },
  { id: '0d3e0000-0000-4000-8000-000000000004', article: 'keyboard', language: 'nl', daysAgo: 16 },
  { id: '0d3e0000-0000-4000-8000-000000000005', article: 'no-cookie-wall', language: 'nl' },
]

/** When people write letters. */
const morningOf = (day: Date): Date => new Date(new Date(day).setUTCHours(8, 15, 0, 0))

/** Puts invented readers on the lists of the newsletter, and letters that went out to them. `ago`: when that many days ago was. Answers who the readers are. */
export async function placeLetters(p: Platform, db: Db, ago: (days: number) => Date): Promise<string[]> {
  const all = new Map<Language, string[]>()
  for (const language of p.site.languages) {
    const people: string[] = []
    for (let n = 0; n < readers[language]; n++) {
      const then: Platform = Object.create(p, { clock: { value: { now: () => ago(since - n) } } })
      people.push(await enterReader(then, db, { email: `${language}${n + 1}@lezers.example`, language }))
    }
    all.set(language, people)
  }
  const isHere = (article: string, language: Language) =>
    textsIn(p.site).some((text) => text.kind === 'article' && text.name === article && text.language === language)
  for (const { daysAgo, ...letter } of demoLetters.filter((one) => isHere(one.article, one.language))) {
    const sent = daysAgo === undefined ? undefined : { at: morningOf(ago(daysAgo)), to: all.get(letter.language) ?? [] }
    await enterLetter(p, db, letter, sent)
  }
  return [...all.values()].flat()
}
