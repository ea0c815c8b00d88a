import type { Example } from '../example'
import { TextInput } from '../text-input/text-input'
import { ErrorSummary } from './error-summary'

export const examples: Example[] = [
  {
    name: 'Leads to the field',
    node: (
      <div class="flow">
        <ErrorSummary
          lang="en"
          errors={[
            { name: 'summary-city', message: 'Say in which place the room is' },
            { message: 'You have sent this five times: wait a while' },
          ]}
        />
        <TextInput lang="en" name="summary-city" label="Place" error="Say in which place the room is" />
      </div>
    ),
  },
]
