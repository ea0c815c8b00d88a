import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, line, optional, readForm, type Typed } from '../../platform/forms'
import { type Env, giveCookie, readCookie, takeCookie } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, Empty, ErrorSummary, Form, LinkButton } from '../../ui'
import { freeUserName, RegistrationFields, register, registrationFields, registrationWords } from '../accounts'
import { everything, roomsPath } from '../search'
import { WantedFields, wantedFields, wantedForm } from './fields'
import { paths } from './paths'
import { mostSaved } from './rules'
import { isEmpty, keptSearch, nameOf, save, saveUnconfirmed, type Wanted } from './saved'
import { words } from './words'

const longest = 1500
const saving = z.object({ query: line(longest), ...wantedFields })

const usual: Wanted = { frequency: 'atOnce', atNight: false }
const strangerForm = z.object({ ...saving.shape, ...registrationFields, userName: optional(registrationFields.userName) })

type Shown = { wanted?: Wanted; typed?: Typed; errors?: Errors }
function askPage(c: Context<Env>, query: string, { wanted = usual, typed, errors = [] }: Shown = {}) {
  const { language: lang, p, viewer } = c.var
  const text = words(lang)
  const { search, query: kept } = keptSearch(query, lang)
  return page(
    c,
    { title: text.new.title, errors, noindex: true, islands: viewer ? [] : ['islands/password.ts'] },
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
          {!viewer && (
            <>
              <h2>{text.new.who}</h2>
              <p class="measure">
                {text.new.whoText} <a href={`/${lang}/sign-in?to=${encodeURIComponent(paths(lang).new)}`}>{text.new.signIn}</a>
              </p>
              <RegistrationFields lang={lang} typed={typed} errors={errors} mayBeEmpty />
            </>
          )}
          <Button>{viewer ? text.new.submit : text.new.submitNew}</Button>
        </Form>
      </>
    ),
  )
}

/** Keeps the search of who has no account yet, and mails the address they give. */
async function saveAsStranger(c: Context<Env>, typed: Typed): Promise<Response> {
  const { p, language } = c.var
  const checked = check(strangerForm, typed, language, registrationWords(language))
  const query = String(typed.query ?? '').slice(0, longest)
  const wanted = check(wantedForm, typed, language)
  const shown = { typed, ...(wanted.ok ? { wanted: wanted.values } : {}) }
  if (!checked.ok) return askPage(c, query, { ...shown, errors: checked.errors })
  const { frequency, atNight, query: _, userName, ...who } = checked.values
  if (isEmpty(keptSearch(query, language).search)) return askPage(c, query)
  const values = { ...who, userName: userName ?? (await freeUserName(p, p.db, language)) }
  const errors = await register(c, typed, values, {
    to: paths(language).all,
    also: async (trx, person) => void (await saveUnconfirmed(p, trx, person, query, { frequency, atNight }, language)),
  })
  if (errors.length > 0) return askPage(c, query, { ...shown, errors })
  takeCookie(c, 'search')
  return c.redirect(`/${language}/register/sent`, 303)
}

export const newPages = new Hono<Env>()
  // Who has an account comes back by way of a mail perhaps, whose link may not say what they look for: this browser remembers it.
  .get('/alerts/new', async (c) => {
    const { language, viewer } = c.var
    const asked = new URL(c.req.url).search.slice(1, longest)
    const { search, query } = keptSearch(asked || (readCookie(c, 'search') ?? ''), language)
    if (!viewer && !isEmpty(search)) giveCookie(c, 'search', query)
    return askPage(c, query)
  })
  .post('/alerts', async (c) => {
    const { p, language, viewer } = c.var
    const { typed } = await readForm(c, 20_000)
    if (!viewer) return saveAsStranger(c, typed)
    const checked = check(saving, typed, language)
    if (!checked.ok) return askPage(c, String(typed.query ?? ''), { errors: checked.errors })
    const { query, frequency, atNight } = checked.values
    const wanted = { frequency, atNight }
    if (isEmpty(keptSearch(query, language).search)) return askPage(c, query)
    if ((await save(p, viewer.personId, query, wanted, language)) === 'tooMany')
      return askPage(c, query, { wanted, errors: [{ name: 'frequency', message: words(language).new.tooMany(mostSaved) }] })
    takeCookie(c, 'search')
    return c.redirect(`${paths(language).all}?done=saved`, 303)
  })
