import type { Example } from '../example'
import { Time } from './time'

const now = Temporal.Instant.from('2026-11-21T12:00:00Z')

export const examples: Example[] = [
  {
    name: 'Ago, and in full',
    node: (
      <p>
        <Time at={now.subtract({ hours: 72 })} now={now} lang="nl" /> · <Time at={now} lang="fr" />
      </p>
    ),
  },
]
