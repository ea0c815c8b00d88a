import type { Example } from '../example'
import { photo } from '../picture/examples'
import { Gallery } from './gallery'

export const examples: Example[] = [
  {
    name: 'Three photos',
    node: <Gallery lang="en" photos={[photo, { ...photo, alt: 'The shared kitchen' }, { ...photo, alt: 'The street door' }]} />,
  },
]
