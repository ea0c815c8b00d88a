import { feature } from '../../platform/feature'

export const accounts = feature({
  name: 'accounts',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
})
