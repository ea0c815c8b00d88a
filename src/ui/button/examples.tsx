import type { Example } from '../example'
import { Button, ButtonRow, LinkButton } from './button'

export const examples: Example[] = [
  {
    name: 'All four',
    node: (
      <ButtonRow>
        <Button>Publish the advert</Button>
        <Button variant="secondary" icon="edit">
          Save the draft
        </Button>
        <Button variant="danger" icon="trash">
          Delete
        </Button>
        <LinkButton href="#cancel" variant="quiet">
          Cancel
        </LinkButton>
      </ButtonRow>
    ),
  },
  {
    name: 'Small',
    node: (
      <ButtonRow>
        <Button small variant="secondary" icon="up">
          Earlier
        </Button>
        <Button small variant="secondary" icon="down">
          Later
        </Button>
      </ButtonRow>
    ),
  },
]
