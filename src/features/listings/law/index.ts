import type { Site } from '../../../platform/site'
import { Told } from '../../../platform/told'
import { wrongIn } from '../../../platform/wrong'
import type { Language } from '../../../std/words'
import type { Law } from './judge'
import { lawFile } from './rule'
import { type Words, words } from './words'

export { factsOf } from './facts'
export { type Finding, findingsOf, holds, idsOf, inputOf, type Law, refusals, rulesAbout, stepOf } from './judge'

/** A file of rules that cannot be used: what is wrong with it. */
export class WrongLaw extends Told {
  readonly code = 'wrong_law'
}

type File = { file: string; content: unknown }

/** The rules of these files together. Throws WrongLaw, which names the file and what is wrong in it. */
export function lawIn(files: readonly File[]): Law {
  const wrong: ((language: Language) => string[])[] = []
  const refuse = (file: string, say: (text: Words['files']) => string) =>
    wrong.push((language) => [`${file}: ${say(words(language).files)}`])
  const parsed = files.flatMap(({ file, content }) => {
    const read = lawFile.safeParse(content)
    if (!read.success) wrong.push((language) => wrongIn(lawFile, content, language).map((one) => `${file}: ${one}`))
    return read.success ? [{ file, ...read.data }] : []
  })
  const rules = new Map<string, Law[number]>()
  for (const { file, rules: told } of parsed)
    for (const rule of told) {
      if (rules.has(rule.id)) refuse(file, (text) => text.twice(rule.id))
      rules.set(rule.id, rule)
    }
  for (const { file, settings } of parsed)
    for (const { id, effect } of settings) {
      const rule = rules.get(id)
      if (rule === undefined) refuse(file, (text) => `settings: ${text.none(id)}`)
      else if (effect === 'off') rules.delete(id)
      else rules.set(id, { ...rule, effect })
    }
  if (wrong.length > 0)
    throw new WrongLaw((language) =>
      [words(language).files.wrong, ...wrong.flatMap((say) => say(language)).map((one) => `- ${one}`)].join('\n'),
    )
  return [...rules.values()]
}

const own: readonly File[] = Object.entries(import.meta.glob<unknown>('./data/*.json', { import: 'default', eager: true })).map(
  ([file, content]) => ({ file, content }),
)

const known = new WeakMap<Pick<Site, 'law'>, Law>()

/** The rules of a site: ours, and those of its own folder. Throws WrongLaw. */
export function lawOf(site: Pick<Site, 'law'>): Law {
  const law = known.get(site) ?? lawIn([...own, ...site.law])
  known.set(site, law)
  return law
}

/** The rules of these ids, as far as they are still there. */
export const rulesNamed = (site: Site, ids: readonly string[]): Law => lawOf(site).filter(({ id }) => ids.includes(id))
