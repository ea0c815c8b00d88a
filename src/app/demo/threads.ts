import type { DemoAdvert } from './advert'
import { chance } from './chance'
import { demoPeople } from './people'
import { conversations } from './texts/threads'

export type DemoThread = {
  /** Index in `demoPeople()`. */
  seeker: number
  /** Index in `demoAdverts()`. */
  advert: number
  messages: { by: 'seeker' | 'advertiser'; daysAgo: number; text: string }[]
}

/** 25 conversations about the given adverts, each after its advert appeared and in its language. */
export const demoThreads = (adverts: readonly DemoAdvert[]): DemoThread[] => {
  const luck = chance(25)
  const seekers = demoPeople().flatMap(({ role, language }, index) => (role === 'seeker' ? [{ index, language }] : []))
  const taken = new Set<number>()
  return (['nl', 'fr', 'en'] as const).flatMap((language) => {
    const own = luck.shuffled(seekers.filter((seeker) => seeker.language === language))
    return conversations[language].map((texts, number) => {
      const open = adverts.flatMap((advert, index) =>
        advert.language === language && advert.kind === 'kot' && advert.publishedDaysAgo > 12 && !taken.has(index) ? [index] : [],
      )
      // The landlord whose sign-in the start prints has some to answer.
      const hers = open.filter((index) => number < 3 && adverts[index]?.advertiser === 0)
      const advert = luck.one(hers.length > 0 ? hers : open)
      taken.add(advert)
      const first = luck.whole(texts.length, 12)
      return {
        seeker: own[number % own.length]?.index ?? 0,
        advert,
        messages: texts.map((text, turn) => ({
          by: turn % 2 ? ('advertiser' as const) : ('seeker' as const),
          daysAgo: first - turn,
          text,
        })),
      }
    })
  })
}
