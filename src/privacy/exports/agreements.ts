import { registerWords } from '../../register'
import type { Language } from '../../std/words'
import { countryIn, dayIn, labelled, listIn } from '../../std/written'
import type { StatementFacts } from '../statement'
import { each, holdingSaid } from './said'
import type { Sheet } from './sheet'
import { words } from './words'

/** Every processor with its agreement (GDPR article 28), the data centre first. A controller that keeps its own servers needs none with itself. */
export function agreementsOf(lang: Language, facts: StatementFacts): Sheet {
  const { agreements: text, record } = words(lang)
  const said = registerWords(lang)
  const { hosting, controller } = facts
  const agreed = ({ name, agreement }: { name: string; agreement?: string }): string => {
    const day = agreement ?? (name === hosting.name ? hosting.agreement : undefined)
    return day ? dayIn(day, lang) : name === controller.name ? text.itself : text.missing
  }
  return {
    name: text.title,
    columns: [text.processor, record.place, text.for, text.data, record.agreement, record.statement].map((title) => ({ title })),
    rows: [
      [hosting.name, countryIn(hosting.place, lang), record.hosting, record.host, agreed(hosting), hosting.statement ?? ''],
      ...facts.recipients.flatMap(({ recipient, kind, company, gets }) =>
        kind === 'processor' && company
          ? [
              [
                company.name,
                countryIn(company.place, lang),
                `${labelled(said.recipients[recipient].name, lang)} ${listIn(
                  gets.map(({ purpose }) => said.purposes[purpose].name),
                  lang,
                )}`,
                each(gets.flatMap(({ holdings }) => holdings.map((one) => holdingSaid(lang, one)))).join('\n'),
                agreed(company),
                company.statement ?? '',
              ],
            ]
          : [],
      ),
    ],
  }
}
