import { type Context, Hono } from 'hono'
import type { Platform } from '../../platform/feature'
import { type Env, urlOf } from '../../platform/http'
import { locales } from '../../std/words'
import { bodyHtml, elsewhere } from './body'
import { keyOf, pathTo, type Text } from './text'
import { articlesIn, whole } from './texts'
import { words } from './words'

/** So many articles are in a feed. */
const most = 20
const kept = 600 // seconds

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

const changed = ({ publishAt, changedAt }: Text): string =>
  new Date(Math.max(Number(publishAt), Number(changedAt ?? 0))).toISOString()

/** A name that stays, whatever becomes of the address: RFC 4151. */
const idOf = ({ config }: Platform, text: Text): string =>
  `tag:${new URL(config.publicUrl).hostname},2026:${keyOf(text).replaceAll(' ', '/')}`

async function newest(c: Context<Env>): Promise<Text[]> {
  const { p, language } = c.var
  const articles = (await articlesIn(p, p.db, language)).slice(0, most)
  return (await Promise.all(articles.map((one) => whole(p, p.db, one)))).filter((text) => text !== undefined)
}

const answer = (c: Context<Env>, type: string, body: string) => {
  c.set('forAll', true)
  return c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': `public, max-age=${kept}` })
}

/** Atom 1.0, RFC 4287. Whoever wrote an article is named on its page alone: a feed is copied, and nothing takes a name back there. */
async function atom(c: Context<Env>) {
  const { p, language } = c.var
  const texts = await newest(c)
  const self = urlOf(p, `/${language}/blog/atom.xml`)
  const entries = texts.map(
    (text) => `<entry>
<id>${escaped(idOf(p, text))}</id>
<title>${escaped(text.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(urlOf(p, pathTo(text)))}"/>
<published>${text.publishAt?.toISOString() ?? ''}</published>
<updated>${changed(text)}</updated>
${text.tags.map((tag) => `<category term="${escaped(tag)}"/>`).join('')}
<summary>${escaped(text.summary)}</summary>
<content type="html">${escaped(elsewhere(p, bodyHtml(p.site, text.body)))}</content>
</entry>`,
  )
  const last = texts.map(changed).sort().at(-1) ?? new Date(0).toISOString()
  return answer(
    c,
    'application/atom+xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locales[language]}">
<id>${escaped(self)}</id>
<title>${escaped(words(language).blog.feed(p.site.name))}</title>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
<link rel="alternate" type="text/html" href="${escaped(urlOf(p, `/${language}/blog`))}"/>
<updated>${last}</updated>
<author><name>${escaped(p.site.name)}</name></author>
${entries.join('\n')}
</feed>
`,
  )
}

/** JSON Feed 1.1 (jsonfeed.org). */
async function json(c: Context<Env>) {
  const { p, language } = c.var
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: words(language).blog.feed(p.site.name),
    home_page_url: urlOf(p, `/${language}/blog`),
    feed_url: urlOf(p, `/${language}/blog/feed.json`),
    language: locales[language],
    authors: [{ name: p.site.name }],
    items: (await newest(c)).map((text) => ({
      id: idOf(p, text),
      url: urlOf(p, pathTo(text)),
      title: text.title,
      summary: text.summary,
      content_html: elsewhere(p, bodyHtml(p.site, text.body)),
      date_published: text.publishAt?.toISOString(),
      date_modified: changed(text),
      tags: text.tags,
    })),
  }
  return answer(c, 'application/feed+json', JSON.stringify(feed))
}

export const feeds = new Hono<Env>().get('/blog/atom.xml', atom).get('/blog/feed.json', json)
