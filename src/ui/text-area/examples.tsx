import type { Example } from '../example'
import { TextArea } from './text-area'

export const examples: Example[] = [
  {
    name: 'With a limit',
    node: (
      <TextArea
        lang="fr"
        name="text"
        label="Votre message"
        maxlength={2000}
        value="Bonjour, la chambre est-elle encore libre ? Je commence en février."
      />
    ),
  },
]
