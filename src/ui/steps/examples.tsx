import type { Example } from '../example'
import { Steps } from './steps'

export const examples: Example[] = [
  {
    name: 'Halfway',
    node: (
      <Steps
        lang="nl"
        current={2}
        steps={[
          { title: 'Soort', href: '#kind' },
          { title: 'Plaats', href: '#place' },
          { title: 'Prijs' },
          { title: 'Kamer' },
          { title: 'Foto’s' },
          { title: 'Nakijken' },
        ]}
      />
    ),
  },
]
