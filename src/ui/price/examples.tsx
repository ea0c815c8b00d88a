import type { Example } from '../example'
import { Price } from './price'

export const examples: Example[] = [
  { name: 'Whole euros', node: <Price cents={44500} lang="nl" note="per maand, alles inbegrepen" /> },
  { name: 'With cents, big', node: <Price cents={128750} lang="fr" big note="par mois, dont 87,50 € de charges" /> },
]
