import type { EvidenceKind } from '../../../register/tables/evidence'
import type { Region } from '../../../register/tables/listings'

/** What can be shown for a room in each region. Flanders: Vlaamse Codex Wonen, and its label of student rooms since 1 January 2025. Brussels: the
 *  label "logement étudiant de qualité". Of the others we know none. */
export const evidenceIn: Record<Region, readonly EvidenceKind[]> = {
  'BE-VLG': ['conformity', 'kotlabel'],
  'BE-BRU': ['bruLabel'],
  'BE-WAL': [],
  NL: [],
}

/** How long a document says something, in years. A conformity certificate: normally ten; the labels five. */
export const yearsOf: Record<EvidenceKind, number> = { conformity: 10, kotlabel: 10, bruLabel: 5 }

/** What a file is by its first bytes: of what a desk can look at. */
export function documentType(bytes: Uint8Array): 'application/pdf' | 'image/jpeg' | 'image/png' | undefined {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (begin.startsWith('%PDF-')) return 'application/pdf'
  if (begin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return begin === '\x89PNG\r\n\x1a\n' ? 'image/png' : undefined
}
