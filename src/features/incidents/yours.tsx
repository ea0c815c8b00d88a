import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { type Env, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { dateIn } from '../../std/written'
import { BackLink, Notice } from '../../ui'
import { holdingList } from './mails'
import { incidentsOf } from './queries'
import { words } from './words'

/** On My account, when something of theirs was in a breach. */
export async function panel(c: Context<Env>): Promise<Child> {
  const { p, language: lang } = c.var
  const count = (await incidentsOf(p.db, signedIn(c).personId)).length
  if (count === 0) return null
  const text = words(lang).yours
  return (
    <Notice tone="warning" title={text.title}>
      <p>
        <a href={`/${lang}/account/incidents`}>{text.link(count)}</a>
      </p>
    </Notice>
  )
}

/** What of their own was in breaches, for the person. */
export const yoursPages = new Hono<Env>().get('/account/incidents', async (c) => {
  const { personId } = signedIn(c)
  const { p, language: lang } = c.var
  const { yours: text, notice, kinds } = words(lang)
  const mine = await incidentsOf(p.db, personId)
  return page(
    c,
    { title: text.title, noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/account`} />
      <h1>{mine.length > 0 ? text.title : text.none}</h1>
      {mine.map(({ id, known_at, kind, readable, unreadable, consequences, measures }) => (
        <section class="flow measure" aria-labelledby={`i-${id}`}>
          <h2 id={`i-${id}`}>{text.on(dateIn(known_at, lang))}</h2>
          <p>{notice.what(kinds[kind])}</p>
          {readable.length > 0 && <p>{notice.readable(holdingList(lang, readable))}</p>}
          {unreadable.length > 0 && <p>{notice.unreadable(holdingList(lang, unreadable))}</p>}
          {consequences && <p class="as-typed">{notice.consequences(consequences)}</p>}
          {measures && <p class="as-typed">{notice.measures(measures)}</p>}
        </section>
      ))}
      <p class="measure">{notice.officer(p.site.officer.name, p.site.officer.email)}</p>
    </>,
  )
})
