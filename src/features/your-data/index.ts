import { feature } from '../../platform/feature'
import { routes } from './routes'

export const yourData = feature({
  name: 'your-data',
  routes,
})
