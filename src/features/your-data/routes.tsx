import { Hono } from 'hono'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import { statementFacts, versionOf } from '../../privacy'
import { copyPages } from './copy'
import { endPages } from './end'
import { Statement } from './statement'
import { words } from './words'

export function routes(): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/privacy', (c) => {
    const { p, language } = c.var
    const text = words(language).statement
    return page(
      c,
      { title: text.title, description: text.lead(p.site.name), sharedFor: 300 },
      <Statement lang={language} facts={statementFacts(p, language)} version={versionOf(p)} />,
    )
  })
  app.get('/privacy.json', (c) => {
    const { p, language } = c.var
    return c.json({ version: versionOf(p), language, ...statementFacts(p, language) })
  })
  return app.route('/', copyPages).route('/', endPages)
}
