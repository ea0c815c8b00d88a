import { feature } from '../../platform/feature'

export const listings = feature({
  name: 'listings',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
})
