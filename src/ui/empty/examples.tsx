import { LinkButton } from '../button/button'
import type { Example } from '../example'
import { Empty } from './empty'

export const examples: Example[] = [
  {
    name: 'No messages',
    node: (
      <Empty drawing="letterbox" title="De brievenbus is nog leeg" level={3}>
        <p>Schrijf je iemand over een kot, dan vind je het gesprek hier terug.</p>
        <p>
          <LinkButton href="#search">Zoek een kot</LinkButton>
        </p>
      </Empty>
    ),
  },
  {
    name: 'Nothing found',
    node: (
      <Empty drawing="search" title="Geen kot voldoet aan alles" level={3}>
        <p>
          Zonder “eigen badkamer” zijn het er <a href="#14">14</a>.
        </p>
      </Empty>
    ),
  },
]
