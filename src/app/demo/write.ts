import type { Language } from '../../std/words'
import { capital } from '../../std/written'
import type { DemoAdvert, EnergyLabel, Told } from './advert'
import type { Chance } from './chance'
import type { Letter } from './people'
import { around } from './texts/around'
import { dutchBelgium } from './texts/dutch.belgium'
import { dutchNetherlands } from './texts/dutch.netherlands'
import { english } from './texts/english'
import { french } from './texts/french'
import type { Bank, Line, Tag, Theme } from './texts/lines'
import type { Town } from './towns'

/** An advert before it is written, with what only its words and drawings need. */
export type Advertised = Omit<DemoAdvert, 'title' | 'text' | 'photos' | keyof Told> & {
  attic: boolean
  mates: number
  index: number
  /** A label, a Flemish EPC figure in kWh per m² and year, or honestly unknown. */
  energy: EnergyLabel | number | 'unknown'
}

const counted: Record<Language, readonly string[]> = {
  nl: ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven'],
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'],
}

const bankOf = (language: Language, town: Town): Bank =>
  language === 'fr' ? french : language === 'en' ? english : town.region === 'NL' ? dutchNetherlands : dutchBelgium

const tagsOf = (advert: Advertised, { voice }: Letter): Set<Tag> =>
  new Set<Tag>([
    advert.kind,
    voice,
    advert.furnished ? 'furnished' : 'bare',
    advert.bath === 'own' ? 'ownBath' : 'sharedBath',
    advert.kitchen === 'own' ? 'ownKitchen' : 'sharedKitchen',
    ({ included: 'net', extra: 'netExtra', none: 'netNone' } as const)[advert.internet],
    advert.charges.mode,
    advert.attic ? 'attic' : 'flat',
    ({ yes: 'domicile', no: 'noDomicile', onRequest: 'askDomicile' } as const)[advert.domicile],
    ...(advert.petsText === undefined ? [] : (['pets'] as const)),
  ])

/** Kilometres, near enough within a town. */
const apart = (a: DemoAdvert['point'], [lat, lon]: readonly [number, number]) =>
  Math.hypot((a.lat - lat) * 111.2, (a.lon - lon) * 111.2 * Math.cos((lat * Math.PI) / 180))

const slotsOf = (advert: Advertised, town: Town, luck: Chance): Record<string, string> => {
  const known = town.landmarks
    .map((landmark) => ({ name: landmark[advert.language], km: apart(advert.point, landmark.at) }))
    .sort((one, two) => one.km - two.km)
  const near = known[0]
  const campus = luck.one(known.slice(1, 5))
  return {
    size: String(advert.sizeM2),
    mates: counted[advert.language][advert.mates] ?? '',
    street: advert.street,
    town:
      advert.language === 'fr' && town.name === 'Brussel'
        ? 'Bruxelles'
        : advert.language === 'en' && town.name === 'Brussel'
          ? 'Brussels'
          : town.name,
    near: near?.name ?? '',
    campus: campus.name,
    bike: String(Math.max(3, Math.round((campus.km * 1.3) / 0.25))),
  }
}

const fill = (text: string, slots: Record<string, string>) =>
  capital(text.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')).replaceAll(' m²', '\u00a0m²')
const words = (sentences: readonly string[]) => sentences.join(' ').split(/\s+/).length
const said = (lines: readonly (string | undefined)[]): string[] => lines.filter((line) => line !== undefined)

/** Chooses a line for which all holds, each time one that was used least. */
type Choose = (choices: readonly Line[]) => string | undefined

const chooser = () => {
  const used = new Map<string, number>()
  return (tags: Set<Tag>, luck: Chance): Choose =>
    (choices) => {
      const [line] = luck
        .shuffled(choices.filter(({ needs }) => needs.every((tag) => tags.has(tag))))
        // A line that asks for more says more of this home: it goes before one that fits all.
        .sort((one, two) => (used.get(one.text) ?? 0) - (used.get(two.text) ?? 0) || two.needs.length - one.needs.length)
      if (line) used.set(line.text, (used.get(line.text) ?? 0) + 1)
      return line?.text
    }
}

const rules = (bank: Bank, town: Town, tags: Set<Tag>): readonly Line[] =>
  // Wallonia wants a refusal of domicile explained, so there nothing else takes its place.
  town.region === 'BE-WAL' && tags.has('noDomicile')
    ? bank.themes.rules.filter(({ needs }) => needs.includes('noDomicile'))
    : bank.themes.rules

const compose = (bank: Bank, town: Town, language: Language, tags: Set<Tag>, choose: Choose, luck: Chance): string[][] => {
  const say = (theme: Theme) => () => choose(bank.themes[theme])
  const local = () => choose((around[town.name]?.[language] ?? []).map((text) => ({ needs: [], text })))
  const wanted = luck.whole(65, 115)
  const firm = said([choose(rules(bank, town, tags)), say('money')()])
  const ending = said(
    luck
      .shuffled([say('visit'), say('close')])
      .slice(0, luck.whole(1, 2))
      .map((part) => part()),
  )
  const paragraphs = [luck.odds(0.8) ? said([say('open')()]) : []]
  const home = luck.shuffled([say('room'), say('spot'), say('stuff')])
  const rest = luck.shuffled([luck.shuffled([say('wash'), say('cook'), say('house')]), luck.shuffled([say('street'), local]), []])
  for (const [place, block] of [home, ...rest].entries()) {
    const full = words([...paragraphs.flat(), ...firm, ...ending]) > wanted
    const sentences = block.length === 0 ? luck.shuffled(firm) : said((full ? block.slice(0, 1) : block).map((part) => part()))
    if (place === 0 || luck.odds(0.45)) paragraphs.at(-1)?.push(...sentences)
    else paragraphs.push(sentences)
  }
  return [...paragraphs, ending].filter((sentences) => sentences.length > 0)
}

/** The largest share of its lines that a text has in common with one written before. */
const likeness = (lines: readonly string[], earlier: readonly (readonly string[])[]): number =>
  Math.max(
    0,
    ...earlier.map((other) => lines.filter((line) => other.includes(line)).length / Math.min(lines.length, other.length)),
  )

/** Writes advert after advert, each time with the sentences that were used least, so that no two read alike. */
export const writer = () => {
  const choosing = chooser()
  const titles = new Set<string>()
  const earlier: string[][] = []

  const title = (bank: Bank, choose: Choose, slots: Record<string, string>): string => {
    for (let attempt = 0; attempt < 12; attempt++) {
      const made = fill(choose(bank.titles) ?? '', slots)
      if (made.length > 80 || titles.has(made)) continue
      titles.add(made)
      return made
    }
    throw new Error('no title left')
  }

  return (advert: Advertised, letter: Letter, town: Town, luck: Chance): { title: string; text: string } => {
    const bank = bankOf(advert.language, town)
    const tags = tagsOf(advert, letter)
    const slots = slotsOf(advert, town, luck)
    const choose = choosing(tags, luck)
    const drafts = Array.from({ length: 4 }, () => compose(bank, town, advert.language, tags, choose, luck))
    const [best = []] = drafts.sort((one, two) => likeness(one.flat(), earlier) - likeness(two.flat(), earlier))
    earlier.push(best.flat())
    return {
      title: title(bank, choose, slots),
      text: best.map((sentences) => sentences.map((sentence) => fill(sentence, slots)).join(' ')).join('\n\n'),
    }
  }
}
