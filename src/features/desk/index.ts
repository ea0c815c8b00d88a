import { feature } from '../../platform/feature'

export const desk = feature({
  name: 'desk',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
})
