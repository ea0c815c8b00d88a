import type { Example } from '../example'
import { Wordmark } from './wordmark'

export const examples: Example[] = [{ name: 'The sign', node: <Wordmark /> }]
