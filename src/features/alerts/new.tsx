import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, line, readForm } from '../../platform/forms'
import { type Env, giveCookie, readCookie, takeCookie } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, Empty, ErrorSummary, Form, LinkButton } from '../../ui'
import { everything, roomsPath } from '../search'
import { WantedFields, wantedFields } from './fields'
import { paths } from './paths'
import { mostSaved } from './rules'
import { isEmpty, keptSearch, nameOf, save, type Wanted } from './saved'
import { words } from './words'

const longest = 1500
const saving = z.object({ query: line(longest), ...wantedFields })

function askPage(c: Context<Env>, query: string, wanted: Wanted = { frequency: 'atOnce', atNight: false }, errors: Errors = []) {
  const { language: lang, p } = c.var
  const text = words(lang)
  const { search, query: kept } = keptSearch(query, lang)
  return page(
    c,
    { title: text.new.title, errors, noindex: true },
    isEmpty(search) ? (
      <>
        <h1>{text.new.title}</h1>
        <Empty drawing="search" title={text.new.nothing}>
          <p>{text.new.nothingText}</p>
          <p>
            <LinkButton href={roomsPath(lang, everything)}>{text.new.toSearch}</LinkButton>
          </p>
        </Empty>
      </>
    ) : (
      <>
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{text.new.title}</h1>
        <p class="lead">{text.new.lead(nameOf(search, lang, p.clock.now()))}</p>
        <Form action={paths(lang).all} hidden={{ query: kept }}>
          <WantedFields lang={lang} wanted={wanted} errors={errors} />
          <Button>{text.new.submit}</Button>
        </Form>
      </>
    ),
  )
}

export const newPages = new Hono<Env>()
  // Who is not signed in comes back by way of a mail perhaps, whose link may not say what they look for: this browser remembers it.
  .get('/alerts/new', async (c) => {
    const { language, viewer } = c.var
    const asked = new URL(c.req.url).search.slice(1, longest)
    const { search, query } = keptSearch(asked || (viewer ? (readCookie(c, 'search') ?? '') : ''), language)
    if (viewer) return askPage(c, query)
    if (!isEmpty(search)) giveCookie(c, 'search', query)
    return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(paths(language).new)}`, 303)
  })
  .post('/alerts', async (c) => {
    const { p, language, viewer } = c.var
    if (!viewer) return c.redirect(`/${language}/sign-in`, 303)
    const { typed } = await readForm(c, 20_000)
    const checked = check(saving, typed, language)
    if (!checked.ok) return askPage(c, String(typed.query ?? ''), undefined, checked.errors)
    const { query, frequency, atNight } = checked.values
    const wanted = { frequency, atNight }
    if (isEmpty(keptSearch(query, language).search)) return askPage(c, query)
    if ((await save(p, viewer.personId, query, wanted, language)) === 'tooMany')
      return askPage(c, query, wanted, [{ name: 'frequency', message: words(language).new.tooMany(mostSaved) }])
    takeCookie(c, 'search')
    return c.redirect(`${paths(language).all}?done=saved`, 303)
  })
