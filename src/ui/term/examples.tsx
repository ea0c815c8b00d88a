import type { Example } from '../example'
import { Term } from './term'

export const examples: Example[] = [
  {
    name: 'In a sentence',
    node: (
      <p>
        This{' '}
        <Term id="kot" word="kot">
          Belgian for a student room: your own room, often with a shared kitchen and bathroom.
        </Term>{' '}
        does not allow{' '}
        <Term id="domicile" word="domicile">
          Making it your official address in the population register. Many landlords of student rooms do not want that.
        </Term>
        .
      </p>
    ),
  },
]
