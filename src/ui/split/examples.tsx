import type { Example } from '../example'
import { Split } from './split'

export const examples: Example[] = [
  { name: 'Aside first', node: <Split aside={<p>Filters</p>}>{<p>Results</p>}</Split> },
  {
    name: 'Aside after',
    node: (
      <Split after aside={<p>Write to Bart</p>}>
        <p>The advert</p>
      </Split>
    ),
  },
]
