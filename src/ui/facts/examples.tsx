import type { Example } from '../example'
import { Facts } from './facts'

export const examples: Example[] = [
  {
    name: 'Of a room',
    node: (
      <Facts
        facts={[
          { icon: 'size', label: 'Oppervlakte', value: '18 m²' },
          { icon: 'calendar', label: 'Vrij', value: '1 februari – 15 september 2027' },
          { icon: 'kitchen', label: 'Keuken', value: 'Gedeeld met 5' },
          { icon: 'bath', label: 'Badkamer', value: 'Eigen' },
          { icon: 'bolt', label: 'EPC', value: 'Onbekend' },
        ]}
      />
    ),
  },
]
