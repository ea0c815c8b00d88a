import { feature } from '../../platform/feature'
import { commands } from './commands'
import { panel } from './panel'
import { routes } from './routes'

export const yourData = feature({
  name: 'your-data',
  routes,
  onAccount: panel,
  commands,
})
