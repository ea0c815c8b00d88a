import type { Example } from '../example'
import { Chips } from './chips'

export const examples: Example[] = [
  {
    name: 'Three filters',
    node: (
      <Chips
        lang="nl"
        label="Je filtert op"
        clear="#all"
        chips={[
          { text: 'Gent', href: '#1' },
          { text: 'hoogstens € 500', href: '#2' },
          { text: 'eigen badkamer', href: '#3' },
        ]}
      />
    ),
  },
]
