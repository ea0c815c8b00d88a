import type { Example } from '../example'
import { BackLink, Breadcrumbs } from './breadcrumbs'

export const examples: Example[] = [
  {
    name: 'Breadcrumbs',
    node: (
      <Breadcrumbs
        lang="nl"
        crumbs={[
          { text: 'Koten', href: '#rooms' },
          { text: 'Gent', href: '#ghent' },
        ]}
      />
    ),
  },
  { name: 'Back', node: <BackLink lang="fr" href="#back" /> },
]
