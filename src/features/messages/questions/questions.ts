import { z } from 'zod'
import type { Region } from '../../../register/tables/listings'
import { languages } from '../../../std/words'
import { patternOf, saidIn } from '../../listings'
import file from './data/questions.json'

const regions = ['BE-VLG', 'BE-BRU', 'BE-WAL', 'NL'] as const satisfies readonly Region[]
const inEach = z.record(z.enum(languages), z.string().min(3))
const dated = {
  /** The first day on which it holds, and the last. */
  from: z.iso.date(),
  until: z.iso.date().optional(),
  sources: z.array(z.strictObject({ law: z.string(), url: z.url(), regions: z.array(z.enum(regions)).min(1) })).min(1),
  /** `read`: in the source. `unverified`: we have it from elsewhere. */
  certainty: z.enum(['read', 'unverified']),
  note: z.string().optional(),
}

/** What may be asked of a candidate in a region, and what may not, with the phrases that ask it, in the form of the rules about adverts (docs/law.md).
 *  Words are a reason to think twice, and no more. */
const shape = z.strictObject({
  permitted: z.array(z.strictObject({ region: z.enum(regions), ...dated, may: z.array(inEach).min(1) })),
  asked: z.array(
    z.strictObject({
      id: z.string(),
      regions: z.array(z.enum(regions)).min(1),
      ...dated,
      says: z.array(z.string().min(3).transform(patternOf)).min(1),
      what: inEach,
      why: inEach,
    }),
  ),
})
const { permitted, asked } = shape.parse(file)

export type Permitted = (typeof permitted)[number]
export type Question = (typeof asked)[number]

const isInForce = ({ from, until }: Pick<Permitted, 'from' | 'until'>, day: string) =>
  from <= day && (until === undefined || day <= until)

/** What one may ask and what not, region by region, on this day ("2026-09-14"). */
export const questionsOn = (day: string): { region: Region; may: Permitted[]; not: Question[] }[] =>
  regions.map((region) => ({
    region,
    may: permitted.filter((one) => one.region === region && isInForce(one, day)),
    not: asked.filter((one) => one.regions.includes(region) && isInForce(one, day)),
  }))

/** What a message asks that may not be asked there, with its own words. It judges nobody, and is kept nowhere. */
export const askedIn = (text: string, region: Region, day: string): { question: Question; quotes: string[] }[] =>
  asked
    .filter((one) => one.regions.includes(region) && isInForce(one, day))
    .map((question) => ({ question, quotes: saidIn(text, question.says) }))
    .filter(({ quotes }) => quotes.length > 0)
