import type { Example } from '../example'
import { DateInput } from './date-input'

export const examples: Example[] = [
  { name: 'Day', node: <DateInput lang="en" name="availableFrom" label="Available from" value="2027-02-01" min="2026-11-21" /> },
]
