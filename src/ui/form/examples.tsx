import { Button } from '../button/button'
import type { Example } from '../example'
import { TextInput } from '../text-input/text-input'
import { Form } from './form'

export const examples: Example[] = [
  {
    name: 'Post',
    node: (
      <Form action="/en/account/name" hidden={{ token: 'x' }}>
        <TextInput lang="en" name="userName" label="User name" value="an-van-de-trap" autocomplete="username" width={20} />
        <Button>Save</Button>
      </Form>
    ),
  },
]
