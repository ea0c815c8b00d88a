import type { Example } from '../example'
import { PasswordInput } from './password-input'

export const examples: Example[] = [
  {
    name: 'New password',
    node: (
      <PasswordInput
        lang="en"
        name="password"
        label="Password"
        hint="Ten characters or more. Three words in a row are easy to remember."
        autocomplete="new-password"
      />
    ),
  },
]
