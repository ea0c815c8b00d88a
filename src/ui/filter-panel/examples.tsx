import type { Example } from '../example'
import { MoneyInput } from '../money-input/money-input'
import { TextInput } from '../text-input/text-input'
import { FilterPanel } from './filter-panel'

export const panel = (
  <FilterPanel
    lang="nl"
    action="/nl/koten"
    active={3}
    submit="128 koten tonen"
    facets={[
      {
        name: 'kind',
        title: 'Soort',
        open: true,
        options: [
          { value: 'kot', text: 'Kot', count: 96, checked: true },
          { value: 'studio', text: 'Studio', count: 27 },
          { value: 'apartment', text: 'Appartement', count: 5 },
        ],
      },
      {
        name: 'price',
        title: 'Prijs per maand',
        open: true,
        children: <MoneyInput lang="nl" name="maxPrice" label="Hoogstens" value="500" />,
      },
      {
        name: 'own',
        title: 'Alleen voor jou',
        open: true,
        options: [
          { value: 'bath', text: 'Eigen badkamer', count: 41, checked: true },
          { value: 'kitchen', text: 'Eigen keuken', count: 0 },
        ],
      },
      {
        name: 'lease',
        title: 'Duur van de huur',
        options: [
          { value: '5', text: '5 maanden', count: 12 },
          { value: '10', text: '10 maanden', count: 64 },
          { value: '12', text: '12 maanden', count: 52 },
        ],
      },
    ]}
  >
    <TextInput lang="nl" name="place" label="Plaats, postcode of campus" value="Gent" />
  </FilterPanel>
)

export const examples: Example[] = [{ name: 'Facets with counts', node: panel }]
