import type { Example } from '../example'
import { Table } from './table'

export const examples: Example[] = [
  {
    name: 'Numbers to the right',
    node: (
      <Table
        id="example"
        caption="What we keep, and how long"
        columns={[{ title: 'What' }, { title: 'What for' }, { title: 'Days', numeric: true }]}
        rows={[
          ['E-mail address', 'Sign-in, service mail', '730'],
          ['Contact form', 'Answering your question', '45'],
        ]}
      />
    ),
  },
]
