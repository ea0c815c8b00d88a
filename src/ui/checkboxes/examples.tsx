import type { Example } from '../example'
import { Checkboxes } from './checkboxes'

export const examples: Example[] = [
  {
    name: 'Any of a few',
    node: (
      <Checkboxes
        lang="fr"
        name="covers"
        label="Que couvrent les charges ?"
        optional
        values={['water', 'internet']}
        options={[
          { value: 'water', text: 'Eau' },
          { value: 'energy', text: 'Énergie' },
          { value: 'internet', text: 'Internet', hint: 'Wi-Fi dans toute la maison' },
        ]}
      />
    ),
  },
]
