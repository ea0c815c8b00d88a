import type { Example } from '../example'
import { InlineForm } from '../form/form'
import { Select } from '../select/select'
import { Toolbar } from './toolbar'

export const examples: Example[] = [
  {
    name: 'Above results',
    node: (
      <Toolbar start={<p>128 koten</p>}>
        <InlineForm action="/nl/koten" submit="Sorteer" secondary>
          <Select
            lang="nl"
            name="toolbar-sort"
            label="Sorteer op"
            value="newest"
            options={[
              { value: 'newest', text: 'Nieuwste eerst' },
              { value: 'price', text: 'Totale prijs' },
            ]}
          />
        </InlineForm>
      </Toolbar>
    ),
  },
]
