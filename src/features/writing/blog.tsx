import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Platform } from '../../platform/feature'
import { type Env, missing, urlOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { type Language, locales } from '../../std/words'
import { dateIn } from '../../std/written'
import { BackLink, Empty, Pagination, Prose } from '../../ui'
import { bodyHtml } from './body'
import { feeds } from './feeds'
import { bylineOf } from './queries'
import { type Heading, keyOf, pathTo, slugOf, tagPath } from './text'
import { articlesIn, textAt, translationsOf, whole } from './texts'
import { words } from './words'

const onPage = 10

const Day = ({ at, lang }: { at: Date; lang: Language }) => <time datetime={at.toISOString()}>{dateIn(at, lang)}</time>

/** Articles below each other: when, what, and about what. */
export const ArticleList = ({ articles, lang, level }: { articles: readonly Heading[]; lang: Language; level: 2 | 3 }) => {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <ul class="articles">
      {articles.map((one) => (
        <li class="article-line">
          <p class="soft small">{one.publishAt && <Day at={one.publishAt} lang={lang} />}</p>
          <div>
            <Title>
              <a href={pathTo(one)}>{one.title}</a>
            </Title>
            {one.summary && <p>{one.summary}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

const Feeds = ({ c }: { c: Context<Env> }) => {
  const { p, language: lang } = c.var
  const title = words(lang).blog.feed(p.site.name)
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={`/${lang}/blog/atom.xml`} />
      <link rel="alternate" type="application/feed+json" title={title} href={`/${lang}/blog/feed.json`} />
    </>
  )
}

/** A page of articles: all of them, or those about something. */
async function list(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang).blog
  const asked = c.req.param('tag')
  const all = await articlesIn(p, p.db, lang)
  const about = asked === undefined ? all : all.filter(({ tags }) => tags.some((tag) => slugOf(tag) === asked))
  const tag = about[0]?.tags.find((one) => slugOf(one) === asked)
  if (asked !== undefined && tag === undefined) throw missing()
  const pages = Math.max(1, Math.ceil(about.length / onPage))
  const number = Number(c.req.query('page') ?? 1)
  if (!Number.isInteger(number) || number < 1 || number > pages) throw missing()
  const path = tag === undefined ? `/${lang}/blog` : tagPath(lang, tag)
  const at = (n: number) => (n === 1 ? path : `${path}?page=${n}`)
  const title = tag === undefined ? text.title : text.tagged(tag)
  const tags = new Map(all.flatMap((one) => one.tags.map((each) => [slugOf(each), each])))
  return page(
    c,
    {
      title,
      description: text.lead(p.site.name),
      sharedFor: 0,
      canonical: at(number),
      head: <Feeds c={c} />,
      ...(tag === undefined ? {} : { translations: { [lang]: path } }),
    },
    <>
      {tag !== undefined && <BackLink lang={lang} href={`/${lang}/blog`} />}
      <h1>{title}</h1>
      {about.length === 0 ? (
        <Empty drawing="letterbox" title={text.none}>
          <p>{text.noneLead}</p>
        </Empty>
      ) : (
        <>
          {tag === undefined && <p class="lead">{text.lead(p.site.name)}</p>}
          <ArticleList articles={about.slice((number - 1) * onPage, number * onPage)} lang={lang} level={2} />
          <Pagination
            lang={lang}
            pages={Array.from({ length: pages }, (_, n) => ({ number: n + 1, href: at(n + 1) }))}
            current={number}
          />
          <footer class="articles-foot flow">
            {tags.size > 0 && <Tags lang={lang} tags={[...tags.values()]} />}
            <p class="soft small">
              {text.follow} <a href={`/${lang}/blog/atom.xml`}>Atom</a>, <a href={`/${lang}/blog/feed.json`}>JSON Feed</a>.
            </p>
          </footer>
        </>
      )}
    </>,
  )
}

const Tags = ({ lang, tags }: { lang: Language; tags: readonly string[] }) => (
  <ul class="article-tags" aria-label={words(lang).blog.tags}>
    {tags.map((tag) => (
      <li>
        <a class="article-tag" href={tagPath(lang, tag)}>
          {tag}
        </a>
      </li>
    ))}
  </ul>
)

/** An article for search engines, as schema.org writes it: what its page says. */
const structured = (p: Platform, heading: Heading, author: string | undefined): object => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: heading.title,
  ...(heading.summary ? { description: heading.summary } : {}),
  url: urlOf(p, pathTo(heading)),
  inLanguage: locales[heading.language],
  ...(heading.publishAt ? { datePublished: heading.publishAt.toISOString() } : {}),
  ...(heading.changedAt ? { dateModified: heading.changedAt.toISOString() } : {}),
  ...(heading.tags.length > 0 ? { keywords: heading.tags.join(', ') } : {}),
  author: author ? { '@type': 'Person', name: author } : { '@type': 'Organization', name: p.site.name },
  publisher: { '@type': 'Organization', name: p.site.name, url: urlOf(p, `/${heading.language}`) },
})

async function article(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang).blog
  const found = await textAt(p, p.db, 'article', { language: lang, slug: c.req.param('slug') ?? '' })
  const read = found && (await whole(p, p.db, found.text))
  if (!read) throw missing()
  const byline = read.id === null ? undefined : await bylineOf(p.db, read.id)
  const { title, summary, tags, publishAt } = read
  const facts = { key: keyOf(read), path: pathTo(read), takesReplies: read.replies }
  const below = await Promise.all(p.features.map((feature) => feature.belowArticle?.(c, facts)))
  return page(
    c,
    {
      title,
      description: summary || undefined,
      sharedFor: 0,
      translations: translationsOf(read, found.all),
      head: <Feeds c={c} />,
      about: structured(p, read, byline?.name),
    },
    <>
      <BackLink lang={lang} href={`/${lang}/blog`} />
      <article class="written flow">
        <header class="flow">
          <h1>{title}</h1>
          {summary && <p class="lead">{summary}</p>}
          <p class="soft small">
            {publishAt && <Day at={publishAt} lang={lang} />}
            {byline && ` · ${text.by(byline.name)}`}
          </p>
        </header>
        <Prose>{raw(bodyHtml(p.site, read.body))}</Prose>
        {tags.length > 0 && (
          <footer>
            <Tags lang={lang} tags={tags} />
          </footer>
        )}
      </article>
      {below}
    </>,
  )
}

/** The articles of the site. */
export const blogPages = new Hono<Env>()
  .get('/blog', list)
  .get('/blog/tags/:tag{[a-z0-9-]+}', list)
  .route('/', feeds)
  .get('/blog/:slug{[a-z0-9-]+}', article)
