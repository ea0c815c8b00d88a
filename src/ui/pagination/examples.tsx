import type { Example } from '../example'
import { Pagination } from './pagination'

const page = (number: number) => ({ number, href: `#page-${number}` })

export const examples: Example[] = [
  {
    name: 'Numbers',
    node: (
      <Pagination
        lang="nl"
        pages={[page(1), null, page(4), page(5), page(6), null, page(31)]}
        current={5}
        previous="#page-4"
        next="#page-6"
      />
    ),
  },
  { name: 'Only onward', node: <Pagination lang="en" next="#next-page" /> },
]
