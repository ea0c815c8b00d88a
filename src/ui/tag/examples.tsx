import type { Example } from '../example'
import { Tag } from './tag'

export const examples: Example[] = [
  {
    name: 'All tones',
    node: (
      <p>
        <Tag>Concept</Tag> <Tag tone="brand">Nieuw</Tag> <Tag tone="accent">Betaald in de kijker</Tag>{' '}
        <Tag tone="success">Online</Tag> <Tag tone="warning">Wacht op nazicht</Tag> <Tag tone="danger">Offline gehaald</Tag>
      </p>
    ),
  },
]
