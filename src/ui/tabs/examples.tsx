import type { Example } from '../example'
import { Tabs } from './tabs'

export const examples: Example[] = [
  {
    name: 'With counts',
    node: (
      <Tabs
        label="Your adverts"
        tabs={[
          { text: 'Online', href: '#online', current: true, count: 2 },
          { text: 'Drafts', href: '#drafts', count: 1 },
          { text: 'Rented', href: '#rented' },
        ]}
      />
    ),
  },
]
