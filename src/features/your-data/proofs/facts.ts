import type { StatementFacts } from '../../../privacy'
import { registerWords } from '../../../register'
import type { Language } from '../../../std/words'
import { words } from '../words'
import type { PromiseId } from './promised'

/** What proves a fact of the statement, and whatever stands within it (a holding in its item, a purpose in its basis): by its kind; */
const ofKind: Record<string, readonly PromiseId[]> = {
  controller: ['Q16'],
  officer: ['Q16'],
  authority: ['Q16', 'Q15'],
  item: ['K31', 'Q1', 'Q12', 'K24', 'K26'],
  basis: ['K26', 'K30'],
  recipient: ['G4', 'K14', 'K35'],
  hosting: ['K32', 'Q13', 'Q18'],
  requests: ['K31', 'G3'],
  counts: ['K37', 'K21', 'K35', 'K31'],
  erasure: ['G3', 'K27'],
  cookie: ['K21', 'G5'],
  right: ['K30'],
  law: ['Q19'],
  otherLaw: ['Q19', 'K33'],
  version: ['G1', 'Q17', 'G10'],
}

/** and by itself, where more was promised. */
const ofFact: Record<string, readonly PromiseId[]> = {
  'item:firstName': ['K2'],
  'item:userName': ['K2', 'K3'],
  'item:password': ['K2', 'K28'],
  'item:email': ['K2', 'K3', 'K16'],
  'item:phone': ['K4', 'K5', 'K35'],
  'item:address': ['K4', 'K12', 'K19'],
  'item:advert': ['K1', 'K19', 'K20'],
  'item:ip': ['K6', 'K35'],
  'item:traffic': ['K7', 'K35'],
  'item:message': ['K1', 'K13', 'K14', 'K15'],
  'item:said': ['Q11'],
  'item:conversation': ['Q11'],
  'item:reference': ['Q11'],
  'item:answers': ['Q9', 'Q10'],
  'item:subscription': ['K16'],
  'item:delivery': ['K16'],
  'item:number': ['K16', 'Q2'],
  'item:noMail': ['K16'],
  'item:name': ['Q3', 'Q4', 'Q5', 'Q6'],
  'item:text': ['Q3', 'Q5', 'Q6', 'Q8'],
  'item:origin': ['Q3', 'Q5', 'Q6'],
  'item:avatar': ['K18', 'Q4', 'Q6'],
  'item:parent': ['Q7'],
  'item:language': ['K23'],
  'item:decision': ['G9', 'G12'],
  'item:report': ['G12'],
  'item:complaint': ['G12', 'G9'],
  'item:disclosures': ['G4'],
  'item:request': ['K25', 'K33'],
  'item:copy': ['G2'],
  'item:restriction': ['G7'],
  'item:objection': ['G8'],
  'item:choice': ['G6'],
  'item:breach': ['Q15'],
  'recipient:mail': ['K16', 'K17', 'K36', 'Q14'],
  'recipient:advertiser': ['K5'],
  'recipient:authority': ['G11'],
  'recipient:statistics': ['K22', 'Q2', 'G5', 'K36', 'Q14'],
  'recipient:chat': ['Q11', 'G5', 'K36', 'Q14'],
  'recipient:campaigns': ['K16', 'Q2', 'G5', 'K36', 'Q14'],
  'recipient:gravatar': ['K18', 'Q4', 'Q14'],
  'cookie:language': ['K23'],
  'cookie:chat': ['Q11'],
  'cookie:consent': ['G6'],
  'right:access': ['G2', 'K24'],
  'right:rectification': ['K24', 'K25'],
  'right:erasure': ['K27', 'K15', 'G3'],
  'right:restriction': ['G7'],
  'right:portability': ['G2'],
  'right:objection': ['G8'],
}

/** The promises that stand behind a fact of the statement, those of its own first: "item:phone", "right:erasure". */
export const promisesBehind = (fact: string): PromiseId[] => [
  ...new Set([...(ofFact[fact] ?? []), ...(ofKind[fact.split(':')[0] ?? ''] ?? [])]),
]

/** The facts of a statement that stand in no other, by their mark, with what they are called. */
export function factsNamed(lang: Language, facts: StatementFacts): Map<string, string> {
  const text = words(lang).statement
  const said = registerWords(lang)
  return new Map([
    ['controller', text.controller],
    ['officer', text.officer],
    ['authority', text.authority],
    ...facts.chapters.flatMap(({ items }) => items.map(({ item }) => [`item:${item}`, said.items[item].name] as const)),
    ...(facts.counts ? [['counts', text.counts.title] as const] : []),
    ...facts.bases.map(({ basis }) => [`basis:${basis}`, said.bases[basis].name] as const),
    ...facts.recipients.map(({ recipient }) => [`recipient:${recipient}`, said.recipients[recipient].name] as const),
    ['hosting', text.where],
    ['requests', said.items.traffic.name],
    ['erasure', text.end],
    ...facts.cookies.map(({ cookie }) => [`cookie:${cookie}`, cookie] as const),
    ...facts.rights.map((right) => [`right:${right}`, said.rights[right].name] as const),
    ...facts.laws.map(({ law }) => [`law:${law}`, said.laws[law].name] as const),
    ['otherLaw', text.laws],
    ['version', text.about],
  ])
}

/** Where a fact of the statement is proved. */
export const proofOf = (lang: Language, fact: string): string => `/${lang}/privacy/proofs?about=${encodeURIComponent(fact)}`
