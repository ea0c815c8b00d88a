import { feature } from '../../platform/feature'
import { shortlistPages } from './pages'
import { words } from './words'

export const shortlists = feature({
  name: 'shortlists',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => shortlistPages,
  keptMenu: (language) => [{ label: words(language).title, href: `/${language}/shortlists` }],
})
