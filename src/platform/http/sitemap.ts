import type { Context } from 'hono'
import type { Language } from '../../std/words'
import type { Site } from '../site'
import { urlOf } from './address'
import type { Env } from './env'

const kept = 3600 // seconds

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** Answers XML that is the same for everybody. */
export const xml = (c: Context<Env>, body: string) => {
  c.set('forAll', true)
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, 200, {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': `public, max-age=${kept}`,
  })
}

/** A page in the languages that it is in, each with its path. */
export type Mapped = { paths: Partial<Record<Language, string>>; changed?: Date | null | undefined }

/** The same path in each language of a site: `path` is what stands after the language. */
export const inEach = ({ languages }: Pick<Site, 'languages'>, path: string): Mapped['paths'] =>
  Object.fromEntries(languages.map((language) => [language, `/${language}${path}`]))

type At = { site: Pick<Site, 'languages'>; config: { publicUrl: string } }
/** Pages as a sitemap names them (sitemaps.org), each with its translations. */
export function urlSet(p: At, pages: readonly Mapped[]): string {
  const of = ({ paths, changed }: Mapped) => {
    const each = p.site.languages.flatMap((language) => {
      const path = paths[language]
      return path === undefined ? [] : [{ language, url: escaped(urlOf(p, path)) }]
    })
    const [first] = each
    const others = first && each.length > 1 ? [...each, { language: 'x-default', url: first.url }] : []
    const links = others.map(({ language, url }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`).join('')
    return each
      .map(({ url }) => `<url><loc>${url}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}${links}</url>`)
      .join('\n')
  }
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map(of).join('\n')}\n</urlset>\n`
}
