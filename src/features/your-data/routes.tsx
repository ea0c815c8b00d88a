import { Hono } from 'hono'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import { isRecent, statementFacts, versionOf, versionsOf } from '../../privacy'
import { copyPages } from './copy'
import { dataPages } from './data'
import { allPages } from './data-all'
import { endPages } from './end'
import { exportPages } from './exports/pages'
import { proofPages } from './proofs/page'
import { Statement } from './statement'
import { objectionPages } from './stop/objections'
import { restrictionPages } from './stop/restriction'
import { versionPages } from './version-pages'
import { words } from './words'

export function routes(): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/privacy', async (c) => {
    const { p, language } = c.var
    const text = words(language).statement
    const [published] = await versionsOf(p.db)
    return page(
      c,
      { title: text.title, description: text.lead(p.site.name), sharedFor: 300 },
      <Statement
        lang={language}
        facts={statementFacts(p, language)}
        version={versionOf(p)}
        published={published}
        recent={published && isRecent(published, p.clock.now())}
      />,
    )
  })
  app.get('/privacy.json', (c) => {
    const { p, language } = c.var
    return c.json({ version: versionOf(p), language, ...statementFacts(p, language) })
  })
  return app
    .route('/', versionPages)
    .route('/', exportPages)
    .route('/', proofPages)
    .route('/', dataPages)
    .route('/', allPages)
    .route('/', copyPages)
    .route('/', endPages)
    .route('/', restrictionPages)
    .route('/', objectionPages)
}
