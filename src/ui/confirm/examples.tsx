import type { Example } from '../example'
import { Confirm } from './confirm'

export const examples: Example[] = [
  {
    name: 'Something that cannot be taken back',
    node: (
      <Confirm
        title="End your account?"
        action="/en/account/end"
        confirm="End my account"
        cancel={{ href: '#stay', text: 'No, keep it' }}
        danger
      >
        <p>Your messages and adverts go today. They cannot be brought back.</p>
      </Confirm>
    ),
  },
]
