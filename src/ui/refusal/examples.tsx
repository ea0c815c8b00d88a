import { LinkButton } from '../button/button'
import type { Example } from '../example'
import { Refusal } from './refusal'

export const examples: Example[] = [
  {
    name: 'Of a page that is not there',
    node: (
      <Refusal drawing="search">
        <h3>Deze pagina is er niet</h3>
        <p class="lead">Misschien is het adres verkeerd overgenomen, of is wat hier stond intussen weg.</p>
        <p>
          <LinkButton href="#home">Naar de startpagina</LinkButton>
        </p>
      </Refusal>
    ),
  },
]
