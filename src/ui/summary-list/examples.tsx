import type { Example } from '../example'
import { SummaryList } from './summary-list'

export const examples: Example[] = [
  {
    name: 'Check your answers',
    node: (
      <SummaryList
        lang="nl"
        rows={[
          { label: 'Soort', value: 'Kot', change: '#kind' },
          { label: 'Plaats', value: '9000 Gent, bij de Coupure', change: '#place' },
          { label: 'Huurprijs', value: '€ 445 per maand, kosten inbegrepen', change: '#rent' },
          { label: 'Nummer van het zoekertje', value: 'K7PQ2' },
        ]}
      />
    ),
  },
]
