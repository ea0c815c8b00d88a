import { dayOf } from '../../platform/clock'
import { feature } from '../../platform/feature'
import { countAnswer, writeCounts } from './counter'
import { deskPages, may } from './desk-pages'
import { release } from './queries'
import { words } from './words'

export { isCountable } from './counted'

export const statistics = feature({
  name: 'statistics',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => deskPages,
  deskMenu: [{ daily: true, path: '/statistics', name: (language) => words(language).title, roles: may.look }],
  answered: countAnswer,
  closing: writeCounts,
  jobs: (p) => [
    { name: 'statistics.release', cron: '7 0 * * *', work: async () => void (await release(p.db, dayOf(p.clock.now()))) },
  ],
})
