import { keepWords, type PurposeName, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { countryIn, dateIn, labelled } from '../../std/written'
import type { StatementFacts } from '../statement'
import type { Run } from './history'
import { each, getsSaid, holdingSaid, holdingsOf, peopleSaid, recipientSaid } from './said'
import type { Sheet } from './sheet'
import { words } from './words'

/** What the record is made of. `measures`: the sentences on security that the statement has. */
export type Recorded = { facts: StatementFacts; version: string; measures: readonly string[]; runs: readonly Run[] }

const lines = (of: readonly string[]) => of.join('\n')

/** The companies that receive something for a purpose, and the data centre, where everything lies. */
const companiesFor = ({ recipients, hosting }: StatementFacts, purpose: PurposeName) => [
  hosting,
  ...recipients.flatMap(({ company, gets }) => (company && gets.some((one) => one.purpose === purpose) ? [company] : [])),
]

function processingRow(
  lang: Language,
  { facts, measures, runs }: Recorded,
  { purpose, basis, law }: StatementFacts['purposes'][number],
  at: number,
): string[] {
  const { record: text, nobody, none } = words(lang)
  const said = registerWords(lang)
  const receiving = facts.recipients.filter(({ gets }) => gets.some((one) => one.purpose === purpose))
  const own = holdingsOf(facts).filter(({ purposes }) => purposes.includes(purpose))
  const given = receiving.flatMap(({ gets }) => gets.flatMap((one) => (one.purpose === purpose ? one.holdings : [])))
  // What an authority demands is held for other purposes.
  const held = own.length > 0 ? own : holdingsOf(facts).filter(({ holding }) => given.includes(holding))
  const outside = companiesFor(facts, purpose).filter(({ inEea }) => !inEea)
  const run = runs.find((one) => one.purpose === purpose && !one.ended)
  const processors = [
    facts.hosting.name,
    ...receiving.flatMap(({ kind, company }) => (kind === 'processor' && company ? [company.name] : [])),
  ]
  return [
    String(at + 1),
    said.purposes[purpose].name,
    said.purposes[purpose].what,
    lines([`${said.bases[basis].name} (${said.bases[basis].article})`, ...(law ? [law] : [])]),
    lines(
      peopleSaid(
        lang,
        held.map(({ holding }) => holding),
      ),
    ),
    lines(held.map(({ holding }) => holdingSaid(lang, holding))),
    text.specialNone,
    lines(each(held.map(({ source }) => said.sources[source]))),
    receiving.length > 0 ? lines(receiving.map(({ recipient }) => recipientSaid(lang, facts, recipient))) : nobody,
    lines(each(processors)),
    outside.length > 0 ? lines(outside.map(({ name, place }) => `${labelled(name, lang)} ${countryIn(place, lang)}`)) : none,
    lines(outside.map(({ transfer }) => text.transfer[transfer ?? 'none'])),
    lines(held.map(({ holding, keep }) => `${labelled(holdingSaid(lang, holding), lang)} ${keepWords(lang, keep)}`)),
    lines(measures),
    text.running,
    run ? dateIn(run.since, lang) : '',
    '',
    '',
  ]
}

/** Of a purpose that is no more only its name and its days are known: nothing is held for it. */
function endedRow(lang: Language, run: Run, at: number, width: number): string[] {
  const { record: text } = words(lang)
  const row = [String(at + 1), run.names[lang], ...Array.from({ length: width - 2 }, () => '')]
  row.splice(-4, 3, text.over, dateIn(run.since, lang), run.ended ? dateIn(run.ended, lang) : '')
  return row
}

function processings(lang: Language, of: Recorded): Sheet {
  const { record: text } = words(lang)
  const legal = true
  const columns = [
    { title: text.number },
    { title: text.processing, legal },
    { title: text.what },
    { title: text.basis },
    { title: text.people, legal },
    { title: text.data, legal },
    { title: text.special },
    { title: text.source },
    { title: text.recipients, legal },
    { title: text.processors },
    { title: text.transfers, legal },
    { title: text.safeguards, legal },
    { title: text.keep, legal },
    { title: text.measures, legal },
    { title: text.status },
    { title: text.since },
    { title: text.ended },
    { title: text.replacing },
  ]
  const now = of.facts.purposes.map((one, at) => processingRow(lang, of, one, at))
  const names = new Set<string>(of.facts.purposes.map(({ purpose }) => purpose))
  const over = of.runs.filter(({ purpose }) => !names.has(purpose))
  const rows = [...now, ...over.map((run, at) => endedRow(lang, run, now.length + at, columns.length))]
  return { name: text.sheets.processings, columns, rows }
}

function controller(lang: Language, { facts, version }: Recorded): Sheet {
  const { record: text, none } = words(lang)
  const { controller: is } = text
  return {
    name: text.sheets.controller,
    columns: [{ title: is.what }, { title: is.value, legal: true }],
    rows: [
      [is.name, facts.controller.name],
      [is.registration, facts.controller.registration],
      [is.address, facts.controller.address],
      [is.email, facts.controller.email],
      [is.joint, none],
      [is.officer, lines([facts.officer.name, ...(facts.officer.address ? [facts.officer.address] : [])])],
      [is.officerEmail, facts.officer.email],
      [is.authority, facts.authority.name],
      [is.version, version],
    ],
  }
}

function data(lang: Language, { facts }: Recorded): Sheet {
  const { record: text, nobody } = words(lang)
  const said = registerWords(lang)
  return {
    name: text.sheets.data,
    columns: [
      text.item,
      text.circle,
      text.what,
      text.people,
      text.purposes,
      text.keep,
      text.stored,
      text.source,
      text.recipients,
    ].map((title) => ({ title })),
    rows: facts.chapters.flatMap(({ items }) =>
      items.flatMap(({ item, holdings }) =>
        holdings.map((held) => [
          said.items[item].name,
          said.circles[held.circle],
          said.items[item].what,
          lines(peopleSaid(lang, [held.holding])),
          lines(held.purposes.map((purpose) => said.purposes[purpose].name)),
          keepWords(lang, held.keep),
          lines(held.stored.map((stored) => said.stored[stored].name)),
          said.sources[held.source],
          held.recipients.length > 0 ? lines(held.recipients.map((one) => recipientSaid(lang, facts, one))) : nobody,
        ]),
      ),
    ),
  }
}

function recipients(lang: Language, { facts }: Recorded): Sheet {
  const { record: text, yes, no } = words(lang)
  const said = registerWords(lang)
  const companyCells = (company: StatementFacts['recipients'][number]['company']) =>
    company
      ? [
          company.name,
          countryIn(company.place, lang),
          company.inEea ? yes : no,
          company.inEea ? '' : text.transfer[company.transfer ?? 'none'],
          company.agreement ?? '',
          company.statement ?? '',
        ]
      : ['', '', '', '', '', '']
  return {
    name: text.sheets.recipients,
    columns: [
      text.recipient,
      text.kind,
      text.company,
      text.place,
      text.inEea,
      text.safeguards,
      text.agreement,
      text.statement,
      text.gets,
    ].map((title) => ({ title })),
    rows: [
      [text.hosting, said.recipientKinds.processor, ...companyCells(facts.hosting), text.host],
      ...facts.recipients.map(({ recipient, kind, company, gets }) => [
        said.recipients[recipient].name,
        said.recipientKinds[kind],
        ...companyCells(company),
        getsSaid(lang, gets),
      ]),
    ],
  }
}

/** The record of processing activities (GDPR article 30(1)) as five sheets after the model of the Belgian authority: the controller, the record itself,
 *  what is held, who receives it, and the measures. */
export const recordOf = (lang: Language, of: Recorded): [Sheet, Sheet, Sheet, Sheet, Sheet] => [
  controller(lang, of),
  processings(lang, of),
  data(lang, of),
  recipients(lang, of),
  {
    name: words(lang).record.sheets.measures,
    columns: [{ title: words(lang).record.measure, legal: true }],
    rows: of.measures.map((measure) => [measure]),
  },
]
