import type { Example } from '../example'
import { Drawing, drawingNames } from './drawing'

export const examples: Example[] = drawingNames.map((name) => ({ name, node: <Drawing name={name} /> }))
