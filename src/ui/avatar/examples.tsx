import type { Example } from '../example'
import { Avatar } from './avatar'

export const examples: Example[] = [
  {
    name: 'First letters',
    node: (
      <p>
        {['An', 'Bart', 'Élise', 'Zoë', 'Ömer', 'Wim'].map((name) => (
          <>
            <Avatar name={name} />{' '}
          </>
        ))}
      </p>
    ),
  },
]
