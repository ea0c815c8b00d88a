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
