import type { Example } from '../example'
import { TextInput } from './text-input'

export const examples: Example[] = [
  {
    name: 'With a reason',
    node: (
      <TextInput
        lang="en"
        name="firstName"
        label="First name"
        value="An"
        autocomplete="given-name"
        width={20}
        why="So that the advertiser knows how to address you. It is shown to nobody else."
      />
    ),
  },
  {
    name: 'Error',
    node: (
      <TextInput
        lang="en"
        name="email"
        type="email"
        label="E-mail address"
        value="an@example"
        autocomplete="email"
        inputmode="email"
        error="Write the whole address, like an@example.org"
      />
    ),
  },
  {
    name: 'Unit, optional',
    node: <TextInput lang="nl" name="size" label="Oppervlakte" optional inputmode="decimal" width={5} suffix="m²" value="18" />,
  },
  {
    name: 'Label as the heading of the page',
    node: <TextInput lang="en" name="postcode" heading label="Where is the room?" hint="A postcode or a place" width={20} />,
  },
]
