import { keepWords, onObjection, registerWords } from '../../register'
import { keysOf } from '../../std/keys'
import type { Language } from '../../std/words'
import { listIn } from '../../std/written'
import type { HoldingFact } from '../statement'
import { type Recorded, recordOf } from './record'
import { each, getsSaid, holdingSaid, holdingsOf, peopleSaid } from './said'
import type { Sheet } from './sheet'
import { words } from './words'

/** Either known from the register, or a place that people must fill in: then the text says what belongs there. */
export type Line = { text: string; blank?: true }
export type Part = {
  id: 'description' | 'necessity' | 'risks' | 'measures' | 'opinion'
  title: string
  lines: Line[]
  sheets: Sheet[]
}

const known = (text: string): Line => ({ text })
const blank = (text: string): Line => ({ text, blank: true })

/** What of it people must judge: an empty cell of a sheet of risks is one too. */
const open = (lang: Language) => `[${words(lang).assessment.blank}]`

function necessity(lang: Language, { facts }: Recorded): Line[] {
  const text = words(lang).assessment
  const said = registerWords(lang)
  const held = holdingsOf(facts)
  const interests = facts.purposes.flatMap(({ purpose }) => {
    const does = onObjection(purpose)
    return does ? [{ name: said.purposes[purpose].name, does: text.onObjection[does] }] : []
  })
  const byTerm = Map.groupBy(held, ({ keep }) => keepWords(lang, keep))
  return [
    ...facts.chapters.flatMap(({ items }) =>
      items.map(({ item }) => known(text.why(said.items[item].name, said.items[item].why))),
    ),
    ...[...byTerm].map(([keep, of]) => {
      const names = of.map(({ holding }) => holdingSaid(lang, holding))
      return known(text.longest(keep, listIn(names, lang)))
    }),
    known(
      text.rights(
        listIn(
          facts.rights.map((right) => said.rights[right].name),
          lang,
        ),
      ),
    ),
    ...interests.flatMap(({ name, does }) => [known(text.interest(name, does)), blank(text.balance(name))]),
  ]
}

function screening(lang: Language, { facts }: Recorded): Sheet {
  const { assessment: text, no } = words(lang)
  const asked = facts.recipients.filter(({ kind }) => kind === 'controller').length
  const found: Record<keyof typeof text.criteria, string> = {
    scoring: no,
    automated: text.automatedFound,
    monitoring: no,
    sensitive: text.sensitiveFound,
    scale: `${open(lang)} ${text.askPeople}`,
    matching: text.matchingFound(asked),
    vulnerable: `${open(lang)} ${text.askPeople}`,
    innovative: `${open(lang)} ${text.askPeople}`,
    excluding: `${open(lang)} ${text.askPeople}`,
  }
  return {
    name: text.screening,
    columns: [{ title: text.criterion }, { title: text.found }],
    rows: keysOf(text.criteria).map((name) => [text.criteria[name], found[name]]),
  }
}

function risks(lang: Language, { facts }: Recorded): Sheet {
  const { assessment: text } = words(lang)
  const said = registerWords(lang)
  const held = holdingsOf(facts)
  const stored = (way: HoldingFact['stored'][number]) => held.filter((one) => one.stored.includes(way))
  const row = (risk: string, of: readonly HoldingFact[], against: string, what?: string) => [
    risk,
    peopleSaid(
      lang,
      of.map(({ holding }) => holding),
    ).join('\n'),
    what ?? each(of.map(({ holding }) => holdingSaid(lang, holding))).join('\n'),
    against,
    open(lang),
    open(lang),
  ]
  const { stolenDump, published, host, insider, recipient, lost } = text.kinds
  return {
    name: text.parts.risks,
    columns: [text.risk, text.who, text.touched, text.against, text.likelihood, text.severity].map((title) => ({ title })),
    rows: [
      row(stolenDump.risk, stored('unsealed'), stolenDump.against),
      row(published.risk, stored('published'), published.against),
      row(host.risk, held, host.against),
      row(insider.risk, stored('sealed'), insider.against),
      ...facts.recipients.map(({ recipient: name, gets }) => {
        const of = held.filter(({ recipients }) => recipients.includes(name))
        return row(recipient.risk(said.recipients[name].name), of, recipient.against, getsSaid(lang, gets))
      }),
      row(lost.risk, held, lost.against(facts.backupDays)),
    ],
  }
}

/** A draft of an impact assessment (GDPR article 35(7)(a)–(d)): computed where the register knows, marked where only people can judge. */
export function assessmentOf(lang: Language, of: Recorded): Part[] {
  const text = words(lang).assessment
  const { facts, measures } = of
  const [, , data, recipients] = recordOf(lang, of)
  const part = (id: Part['id'], lines: Line[], sheets: Sheet[] = []): Part => ({ id, title: text.parts[id], lines, sheets })
  return [
    part(
      'description',
      [known(text.purposes(facts.purposes.length, holdingsOf(facts).length)), blank(text.scale), blank(text.context)],
      [data, recipients],
    ),
    part('necessity', necessity(lang, of), [screening(lang, of)]),
    part('risks', [], [risks(lang, of)]),
    part('measures', measures.map(known)),
    part('opinion', [blank(text.officer), blank(text.views), blank(text.decision), blank(text.review)]),
  ]
}

/** How many places are still open. */
export const blanksIn = (lang: Language, parts: readonly Part[]): number =>
  parts.reduce(
    (sum, { lines, sheets }) =>
      sum +
      lines.filter((line) => line.blank).length +
      sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell.startsWith(open(lang))).length,
    0,
  )

/** The assessment as plain text (Markdown), to go on with. */
export function assessmentText(lang: Language, parts: readonly Part[]): string {
  const text = words(lang).assessment
  const cell = (value: string) => value.replaceAll('|', '\\|').replaceAll('\n', '<br>')
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  const sheet = ({ name, columns, rows }: Sheet) => [
    `### ${name}`,
    '',
    row(columns.map(({ title }) => title)),
    row(columns.map(() => '---')),
    ...rows.map(row),
    '',
  ]
  return [
    `# ${text.title}`,
    '',
    text.lead,
    '',
    text.blanks(blanksIn(lang, parts)),
    '',
    ...parts.flatMap(({ title, lines, sheets }) => [
      `## ${title}`,
      '',
      ...lines.map((line) => (line.blank ? `- **${open(lang)}** ${line.text}` : `- ${line.text}`)),
      '',
      ...sheets.flatMap(sheet),
    ]),
  ].join('\n')
}
