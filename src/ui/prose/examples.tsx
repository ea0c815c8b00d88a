import type { Example } from '../example'
import { Prose } from './prose'

export const examples: Example[] = [
  {
    name: 'Text page',
    node: (
      <Prose>
        <h3>What we ask of you</h3>
        <p>
          Only what is needed. Which is, for <a href="#account">an account</a>:
        </p>
        <ul>
          <li>your first name, so that an advertiser knows how to address you;</li>
          <li>your e-mail address, to sign in with.</li>
        </ul>
        <blockquote>Your data are never sold, lent or passed on.</blockquote>
      </Prose>
    ),
  },
]
