import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Db } from '../../platform/db'
import type { MenuItem, Platform } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { Language } from '../../std/words'
import { Prose } from '../../ui'
import { ArticleList } from './blog'
import { bodyHtml, bodyParts } from './body'
import { type Heading, home as homeName, pathTo, type Text } from './text'
import { articlesIn, hasArticles, publicHeadings, textAt, translationsOf, whole } from './texts'
import { words } from './words'

/** A text as one reads it. `level` of its title: that of the page, unless it is shown on another. */
export const Written = ({
  p,
  text,
  level = 1,
}: {
  p: Platform
  text: Pick<Text, 'title' | 'summary' | 'body'>
  level?: 1 | 2
}) => {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <article class="written flow">
      <Title>{text.title}</Title>
      {text.summary && <p class="lead">{text.summary}</p>}
      <Prose>{raw(bodyHtml(p.site, text.body))}</Prose>
    </article>
  )
}

/** A page of the site; what is none is left to whatever the program has at that address. */
async function written(c: Context<Env>, next: () => Promise<void>) {
  const { p, language } = c.var
  const slug = c.req.param('slug') ?? ''
  const found = await textAt(p, p.db, 'page', { language, slug })
  const text = found && found.text.name !== homeName && (await whole(p, p.db, found.text))
  if (!text) return next()
  return page(
    c,
    { title: text.title, description: text.summary || undefined, sharedFor: 0, translations: translationsOf(text, found.all) },
    <Written p={p} text={text} />,
  )
}

export const writtenPages = new Hono<Env>().get('/:slug{[a-z0-9-]+}', written)

/** The beginning of the site, where it has a page for that: in large, what stands above the first heading; then each heading with its part. */
export async function home(c: Context<Env>): Promise<Child> {
  const { p, language } = c.var
  const all = await publicHeadings(p, p.db, 'page')
  const found = all.find((one) => one.language === language && one.name === homeName)
  const text = found && (await whole(p, p.db, found))
  if (!text) return null
  const newest = (await articlesIn(p, p.db, language)).slice(0, 3)
  const parts = bodyParts(p.site, text.body)
  const [first = ''] = parts
  const hasOpening = !first.startsWith('<h2>')
  return (
    <>
      <section class="home-opening">
        <div class="home-words flow">
          <h1>{text.title}</h1>
          {text.summary && <p class="lead">{text.summary}</p>}
        </div>
        {hasOpening && <div class="home-first flow">{raw(first)}</div>}
      </section>
      {parts.slice(hasOpening ? 1 : 0).map((part) => (
        <section class="home-part flow">{raw(part)}</section>
      ))}
      {newest.length > 0 && (
        <section class="home-part flow">
          <h2>{words(language).blog.newest}</h2>
          <ArticleList articles={newest} lang={language} level={3} />
          <p>
            <a href={`/${language}/blog`}>{words(language).blog.all}</a>
          </p>
        </section>
      )}
    </>
  )
}

/** The pages that a site leads to from each of its pages. */
export async function leads(p: Platform, db: Db, language: Language): Promise<{ menu: MenuItem[]; foot: MenuItem[] }> {
  const placed = (await publicHeadings(p, db, 'page'))
    .filter((text) => text.language === language)
    .sort((a, b) => a.place - b.place || (a.title < b.title ? -1 : 1))
  const links = (where: Heading['stands']) =>
    placed.filter(({ stands }) => stands === where).map((text) => ({ label: text.title, href: pathTo(text) }))
  const blog = (await hasArticles(p, db, language)) ? [{ label: words(language).blog.title, href: `/${language}/blog` }] : []
  const all = (where: 'menu' | 'foot') => [...links(where), ...(p.site.blog === where ? blog : [])]
  return { menu: all('menu'), foot: all('foot') }
}
