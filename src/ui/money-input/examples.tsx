import type { Example } from '../example'
import { MoneyInput } from './money-input'

export const examples: Example[] = [
  { name: 'Amount', node: <MoneyInput lang="nl" name="rent" label="Huurprijs" suffix="per maand" value="445" /> },
  {
    name: 'Error',
    node: (
      <MoneyInput
        lang="fr"
        name="deposit"
        label="Garantie locative"
        value="2000"
        error="La garantie est de deux mois de loyer au maximum"
      />
    ),
  },
]
