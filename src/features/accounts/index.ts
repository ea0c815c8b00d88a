import { feature } from '../../platform/feature'
import { viewer } from './sessions'

export { accountsOf, addAccount, type Person } from './account'

export const accounts = feature({
  name: 'accounts',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  viewer,
})
