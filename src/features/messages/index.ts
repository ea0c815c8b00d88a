import { feature } from '../../platform/feature'

export const messages = feature({
  name: 'messages',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
})
