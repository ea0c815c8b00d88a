import type { Example } from '../example'
import { Select } from './select'

export const examples: Example[] = [
  {
    name: 'Choice from a list',
    node: (
      <Select
        lang="en"
        name="sort"
        label="Sort by"
        value="price"
        options={[
          { value: 'newest', text: 'Newest' },
          { value: 'price', text: 'Total price' },
          { value: 'distance', text: 'Distance' },
        ]}
      />
    ),
  },
]
