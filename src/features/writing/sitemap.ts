import { Hono } from 'hono'
import type { Feature, Platform } from '../../platform/feature'
import { type Env, inEach, type Mapped, urlSet, xml } from '../../platform/http'
import { home } from './text'
import { hasArticles, publicHeadings, translationsOf } from './texts'

/** Every public text, with its translations. */
async function texts(p: Platform): Promise<Mapped[]> {
  const all = [await publicHeadings(p, p.db, 'page'), await publicHeadings(p, p.db, 'article')]
  return all.flatMap((ofKind) => {
    const each = ofKind.filter(({ name }) => name !== home && name !== 'accessibility')
    const first = new Map(each.map((text) => [`${text.kind} ${text.name}`, text]))
    return [...first.values()].map((text) => ({ paths: translationsOf(text, each), changed: text.changedAt }))
  })
}

export const mapped: Feature['mapped'] = { files: () => Promise.resolve(['texts']) }

export const mapOfTexts = new Hono<Env>().get('/:file{sitemap-texts\\.xml}', async (c) => {
  const { p } = c.var
  const spoken = await Promise.all(
    p.site.languages.map(async (language) => [language, await hasArticles(p, p.db, language)] as const),
  )
  const blog: Mapped = { paths: inEach({ languages: spoken.flatMap(([language, has]) => (has ? [language] : [])) }, '/blog') }
  return xml(c, urlSet(p, [...(spoken.some(([, has]) => has) ? [blog] : []), ...(await texts(p))]))
})
