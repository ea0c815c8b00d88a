import type { Example } from '../example'
import { Card, CardGrid } from './card'

export const examples: Example[] = [
  {
    name: 'Plain',
    node: (
      <Card title="Your data" level={3}>
        <p>Download a copy, or end your account.</p>
      </Card>
    ),
  },
  {
    name: 'Links in a grid',
    node: (
      <CardGrid
        label="Student towns"
        items={['Gent', 'Leuven', 'Antwerpen'].map((town) => (
          <Card title={town} level={3} href={`#${town}`}>
            <p class="soft">31 koten, studio’s en appartementen</p>
          </Card>
        ))}
      />
    ),
  },
]
