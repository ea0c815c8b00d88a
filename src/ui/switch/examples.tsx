import type { Example } from '../example'
import { Switch } from './switch'

export const examples: Example[] = [
  {
    name: 'On',
    node: (
      <Switch
        lang="nl"
        name="newMessages"
        label="Mail mij bij een nieuw bericht"
        hint="In de mail staat een link, nooit het bericht zelf."
        on
      />
    ),
  },
  { name: 'Off', node: <Switch lang="en" name="leaveOut" label="Leave me out of feeds" /> },
]
