import type { Example } from '../example'
import { Columns, Shares } from './chart'

const days = [120, 90, 40, 0, 160, 210, 180, 140, 150, 30, 20, 190, 230, 370]

export const examples: Example[] = [
  { name: 'Numbers by day', node: <Columns values={days} from="1 November" until="14 November" say={String} /> },
  {
    name: 'What there is most of',
    node: (
      <Shares
        id="example"
        caption="Pages"
        of="Page"
        count="Views"
        rows={[
          { name: 'Home', n: 1200, said: '1,200' },
          { name: 'Rooms', n: 830, said: '830' },
          { name: 'Contact', n: 0, said: 'under 10' },
        ]}
      />
    ),
  },
]
