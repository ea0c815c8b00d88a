import { outward } from '../../platform/http'
import { statementFacts } from '../../privacy'
import { languages } from '../../std/words'
import { apart, type Check, type Difference } from './check'
import type { Eyes } from './eyes'
import { type Read, readBack } from './read-back'
import { mustSay } from './said'

const lines = (read: Read): string[] =>
  Object.entries(read).flatMap(([fact, values]) => [
    fact,
    ...Object.entries(values).flatMap(([of, said]) => said.map((value, at) => `${fact} ${of} ${at}: ${value}`)),
  ])

/** The statement as its readers get it in each language, and as JSON, against the register and the site. */
export async function statementCheck({ p, ask }: Eyes): Promise<Check> {
  const differences: Difference[] = []
  let compared = 0
  for (const language of languages.filter((one) => p.site.languages.includes(one))) {
    const { status, body } = await ask(outward(p.site, `/${language}/privacy`))
    if (status !== 200) {
      differences.push({ what: `the statement in ${language}`, stated: 'there', found: `answers ${status}` })
      continue
    }
    const must = lines(mustSay(p.site, language))
    compared += must.length
    differences.push(...apart((one) => `statement in ${language}: ${one.split(':')[0]}`, must, lines(readBack(body))))
    const facts = JSON.parse(JSON.stringify(statementFacts(p, language)))
    const { version: _, language: __, ...told } = JSON.parse((await ask(outward(p.site, `/${language}/privacy.json`))).body)
    for (const key of new Set([...Object.keys(facts), ...Object.keys(told)])) {
      compared++
      const [stated, found] = [JSON.stringify(facts[key]), JSON.stringify(told[key])]
      if (stated !== found)
        differences.push({ what: `privacy.json in ${language}: ${key}`, stated: String(stated), found: String(found) })
    }
  }
  return { about: 'statement', compared, differences }
}
