import type { Example } from '../example'
import { MoneyInput } from '../money-input/money-input'
import { Radios } from './radios'

export const examples: Example[] = [
  {
    name: 'One of a few, with a further question',
    node: (
      <Radios
        lang="en"
        name="charges"
        heading
        label="What about charges?"
        hint="Energy, water, internet: say it the way the lease does."
        value="fixed"
        options={[
          { value: 'included', text: 'All in the rent', hint: 'Nothing comes on top' },
          {
            value: 'fixed',
            text: 'A fixed amount each month',
            more: <MoneyInput lang="en" name="chargesFixed" label="Charges" suffix="a month" value="60" />,
          },
          { value: 'provision', text: 'A provision, settled afterwards' },
        ]}
      />
    ),
  },
  {
    name: 'Beside each other, with an error',
    node: (
      <Radios
        lang="nl"
        name="furnished"
        label="Gemeubeld?"
        inline
        error="Kies ja of nee"
        options={[
          { value: 'yes', text: 'Ja' },
          { value: 'no', text: 'Nee' },
        ]}
      />
    ),
  },
]
