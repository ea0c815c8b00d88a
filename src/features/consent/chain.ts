import { minutes } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { allConsents, allLinks, type Consent, type Link } from './queries'

type Marks = Pick<Platform, 'vault'>

/** What a row says, as one value that only who has the keys can make. */
const markOf = ({ vault }: Marks, { at, ...row }: Consent): string =>
  vault.mark(
    'consent row',
    JSON.stringify([
      row.seq,
      row.id,
      row.person_id,
      row.browser,
      row.purpose,
      row.given,
      row.how,
      row.text_hash,
      row.version,
      row.language,
      at.toISOString(),
    ]),
  )
const hashAfter = ({ vault }: Marks, before: string, row: string): string => vault.mark('consent chain', `${before} ${row}`)

/** The links that rows add to the chain after `last`. */
export function linksOf(p: Marks, last: Link | undefined, consents: readonly Consent[]): Link[] {
  let hash = last?.hash ?? ''
  return consents.map((consent) => {
    const row = markOf(p, consent)
    hash = hashAfter(p, hash, row)
    return { seq: consent.seq, row, hash }
  })
}

/** What the ledger, which lies outside the database, calls a consent that was taken back. */
export const takenBack = 'consent.takenBack'

/** Holds every record of consent against the chain, and against what the ledger says was taken back. Answers what is wrong, as sentences: none when all is
 *  as it was written. Rows may be missing (a term passed, a person was erased); links may not. */
export async function faultsInChain(p: Pick<Platform, 'vault' | 'db' | 'ledger'>): Promise<string[]> {
  const [links, consents, { lines }] = [await allLinks(p.db), await allConsents(p.db), await p.ledger.read()]
  const wrong: string[] = []
  let before = ''
  links.forEach((link, at) => {
    if (link.seq !== at + 1) wrong.push(`link ${at + 1} is missing`)
    if (link.hash !== hashAfter(p, before, link.row)) wrong.push(`link ${link.seq} does not follow from the one before it`)
    before = link.hash
  })
  const bySeq = new Map(links.map((link) => [link.seq, link]))
  for (const consent of consents)
    if (bySeq.get(consent.seq)?.row !== markOf(p, consent)) wrong.push(`record ${consent.seq} is not as it was written`)
  for (const { kind, detail, person, at } of lines) {
    if (kind !== takenBack) continue
    const own = consents.filter(
      (one) => one.purpose === detail.purpose && (one.person_id === person || (one.browser ?? '') === detail.browser),
    )
    const since = new Date(at)
    // The ledger writes it down at the end of the transaction, a moment after the record was dated.
    const dated = new Date(since.getTime() - minutes(1))
    const isThere = own.some((one) => one.at >= since || (!one.given && one.at >= dated))
    if (own.some((one) => one.given && one.at < since) && !isThere)
      wrong.push(`that ${detail.purpose} was taken back at ${at} is gone`)
  }
  return wrong
}
