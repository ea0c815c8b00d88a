import { type Context, Hono } from 'hono'
import { readForm, typedOf } from '../../platform/forms'
import { addressOf, type Env, networkOf, saysNo, whoseAnswers } from '../../platform/http'
import { page } from '../../platform/http/page'
import { type AskedOf, askedOf, asksFor, type ConsentHow, isPurpose, type PurposeName, registerWords } from '../../register'
import { dateIn, labelled } from '../../std/written'
import { BackLink, Button, Form, Notice, Switch } from '../../ui'
import { decide } from './decide'
import { AskedHere, NoOrYes } from './panel'
import { choicesIn, ownPath } from './paths'
import { lastAnswers } from './queries'
import { type Asked, askedWith, hashOf } from './shown'
import { words } from './words'

/** What this visitor may answer here: what is asked of a browser, unless it says no by itself; and of who is signed in. */
const askedHere = (c: Context<Env>): PurposeName[] =>
  asksFor(c.var.p.site.recipients).filter((purpose) => (askedOf(purpose) === 'browser' ? !saysNo(c) : c.var.viewer))

const Details = ({ c, of }: { c: Context<Env>; of: Asked }) => {
  const { language: lang } = c.var
  const text = words(lang).choices
  const { cookieLife } = registerWords(lang)
  return (
    <dl class="consent-details">
      <div>
        <dt>{text.companies}</dt>
        {of.companies.map(({ name, place, statement }) => (
          <dd>
            {name}, {place}
            {statement && (
              <>
                {' · '}
                <a href={statement}>{text.itsStatement}</a>
              </>
            )}
          </dd>
        ))}
      </div>
      {of.companies.some(({ cookies }) => cookies.length > 0) && (
        <div>
          <dt>{text.cookies}</dt>
          {of.companies
            .flatMap(({ cookies }) => cookies)
            .map(({ name, days }) => (
              <dd>
                <code>{name}</code> ({days === null ? cookieLife.session : cookieLife.days(days)})
              </dd>
            ))}
        </div>
      )}
    </dl>
  )
}

type Last = Awaited<ReturnType<typeof lastAnswers>>
const Choice = ({ c, of, last }: { c: Context<Env>; of: Asked; last: Last }) => {
  const { language: lang, answers } = c.var
  const text = words(lang).choices
  const before = last.find(({ purpose }) => purpose === of.purpose)
  const answer = answers.get(of.purpose)
  return (
    <section class="flow consent-choice" aria-labelledby={`choice-${of.purpose}`}>
      <h3 id={`choice-${of.purpose}`}>{of.name}</h3>
      <p class="measure">{of.what}</p>
      <Details c={c} of={of} />
      <Switch lang={lang} name={of.purpose} label={`${labelled(text.allow, lang)} ${of.name}`} on={answer === true} />
      <p class="soft small">{before && answer !== undefined ? text.said(before.given, dateIn(before.at, lang)) : text.unsaid}</p>
    </section>
  )
}

const Choices = ({ c, to, last }: { c: Context<Env>; to: string | undefined; last: Last }) => {
  const { p, language: lang, viewer } = c.var
  const text = words(lang).choices
  const asked = askedHere(c).map((purpose) => askedWith(p, lang, purpose))
  const has = (where: AskedOf) => asksFor(p.site.recipients).some((purpose) => askedOf(purpose) === where)
  const group = (where: AskedOf) =>
    asked.filter(({ purpose }) => askedOf(purpose) === where).map((one) => <Choice c={c} of={one} last={last} />)
  const hidden = { how: 'choices', ...(to ? { to } : {}) }
  return (
    <>
      <BackLink lang={lang} href={to ?? `/${lang}`} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {c.req.query('saved') && (
        <Notice tone="success">
          <p>{text.saved}</p>
        </Notice>
      )}
      {c.req.query('changed') && (
        <Notice tone="warning">
          <p>{text.changed}</p>
        </Notice>
      )}
      {saysNo(c) && has('browser') && (
        <Notice tone="info" title={text.gpc}>
          <p>{text.gpcText}</p>
        </Notice>
      )}
      {asked.length > 0 && (
        <>
          <Form action={choicesIn(lang)} hidden={hidden}>
            <AskedHere p={p} lang={lang} asked={asked} />
            {group('browser').length > 0 && <h2>{text.browser}</h2>}
            {group('browser')}
            {group('account').length > 0 && <h2>{text.account}</h2>}
            {group('account')}
            <Button>{text.save}</Button>
          </Form>
          <section class="flow" aria-labelledby="choices-all">
            <h2 id="choices-all">{text.all}</h2>
            <Form action={choicesIn(lang)} hidden={hidden}>
              <AskedHere p={p} lang={lang} asked={asked} />
              <NoOrYes no={text.allNo} yes={text.allYes} />
            </Form>
          </section>
        </>
      )}
      {has('account') && !viewer && (
        <p>
          <a href={`/${lang}/sign-in?to=${encodeURIComponent(choicesIn(lang))}`}>{text.signIn}</a>
        </p>
      )}
    </>
  )
}

/** An hour's answers from one network: a school is one. */
const most = 300

export const choicePages = new Hono<Env>()
  .get('/choices', async (c) => {
    const { p, language } = c.var
    const last = await lastAnswers(p.db, whoseAnswers(c), asksFor(p.site.recipients))
    const { title } = words(language).choices
    return page(c, { title, noindex: true }, <Choices c={c} to={ownPath(c.req.query('to'))} last={last} />)
  })
  .post('/choices', async (c) => {
    const { p, language: lang } = c.var
    await p.limits.count('consent', networkOf(addressOf(c)), most, 3600)
    const { typed } = await readForm(c)
    const [all, to] = [typedOf(typed, 'all'), ownPath(typedOf(typed, 'to'))]
    const how = typedOf(typed, 'how') === 'panel' ? 'panel' : 'choices'
    const answers = new Map<PurposeName, { yes: boolean; how: ConsentHow }>()
    let changed = false
    for (const one of [typed.asked ?? []].flat()) {
      const [purpose = '', hash] = one.split(' ')
      if (!isPurpose(purpose) || !asksFor(p.site.recipients).includes(purpose)) continue
      const ofBrowser = askedOf(purpose) === 'browser'
      if (!ofBrowser && !c.var.viewer) continue
      const wants = all ? all === 'yes' : typed[purpose] !== undefined
      // A yes is to what stood there; a no is one whatever stood there.
      const asShown = hash === hashOf(p, lang, askedWith(p, lang, purpose))
      if (ofBrowser && saysNo(c)) answers.set(purpose, { yes: false, how: 'gpc' })
      else if (wants && !asShown) changed = true
      else answers.set(purpose, { yes: wants, how })
    }
    if (answers.size > 0) await decide(c, answers)
    if (changed) return c.redirect(`${choicesIn(lang)}?changed=1`, 303)
    return c.redirect(how === 'panel' ? (to ?? `/${lang}`) : `${choicesIn(lang)}?saved=1`, 303)
  })
