import type { Example } from '../example'
import { FileInput } from './file-input'

export const examples: Example[] = [
  {
    name: 'Photos',
    node: (
      <FileInput
        lang="en"
        name="photos"
        label="Photos"
        hint="Up to 20, at most 15 MB each. Where a photo was taken is removed from it."
        accept="image/*,.heic"
        multiple
      />
    ),
  },
]
