import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { MenuItem } from '../../platform/feature'
import { type Env, leavesOnly, loadable, mayFor, pathOf, saysNo, unanswered } from '../../platform/http'
import type { InBrowser } from '../../platform/site'
import { isOnOnePage } from '../../register'
import { Panel } from './panel'
import { choicesIn, choicesPath } from './paths'
import { words } from './words'

/** The question where it is not answered yet, what the visitor said yes to, and the way back to the choice. Nothing of others loads on the pages of one
 *  person: their addresses say too much. */
export function onEveryPage(
  c: Context<Env>,
  forAll: boolean,
): { before?: Child; head?: Child; links: readonly MenuItem[]; islands: readonly string[]; loads: readonly InBrowser[] } {
  const { p, language: lang } = c.var
  const links = [{ label: words(lang).choices.link, href: choicesIn(lang) }]
  // Who answers differently sees another page, at once: a browser asks again each time.
  c.header('vary', 'Sec-GPC', { append: true })
  if (c.var.forAll) c.header('cache-control', 'public, no-cache')
  const asks = c.req.method === 'GET' && !saysNo(c) && !choicesPath.test(pathOf(c).slice(3)) ? unanswered(c) : []
  const loaded = forAll ? loadable(p.site, (purpose) => mayFor(c, purpose) && !isOnOnePage(purpose)) : []
  const stays = leavesOnly(c)
  return {
    before: (
      <>
        {asks.length > 0 && <Panel p={p} lang={lang} asks={asks} to={pathOf(c) + new URL(c.req.url).search} />}
        {loaded
          .flatMap(({ pixels }) => pixels)
          .map((src) => (
            <img class="consent-pixel" src={src} alt="" width={1} height={1} />
          ))}
      </>
    ),
    head: (
      <>
        {stays && <meta name="stays" content={JSON.stringify(stays)} />}
        {loaded.map(({ scripts, startedBy }) =>
          startedBy ? (
            <meta name={startedBy.island} content={JSON.stringify(startedBy.with)} />
          ) : (
            scripts.map((src) => <script async src={src} />)
          ),
        )}
      </>
    ),
    links,
    loads: loaded,
    islands: [
      ...(stays ? ['islands/forget.ts'] : []),
      ...loaded.flatMap(({ startedBy }) => (startedBy ? [`islands/${startedBy.island}.ts`] : [])),
    ],
  }
}
