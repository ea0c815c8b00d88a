import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import { type Env, missing } from '../../platform/http'
import { page } from '../../platform/http/page'
import { pageOfVersion, versionsOf } from '../../privacy'
import { dateIn } from '../../std/written'
import { BackLink, Notice } from '../../ui'
import { Changes } from './version-changes'
import { words } from './words'

async function changes(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang).statement
  const versions = await versionsOf(p.db)
  return page(
    c,
    { title: text.changed, description: text.changedLead, sharedFor: 300 },
    <>
      <BackLink lang={lang} href={`/${lang}/privacy`} />
      <h1>{text.changed}</h1>
      <p class="lead">{text.changedLead}</p>
      {versions.length === 0 && <p>{text.unpublished}</p>}
      {versions.map((version) => (
        <section class="flow" id={`v${version.number}`} aria-labelledby={`v${version.number}-title`}>
          <h2 id={`v${version.number}-title`}>{text.versionOn(version.number, dateIn(version.publishedAt, lang))}</h2>
          <Changes lang={lang} of={version} />
          <p>
            <a href={`/${lang}/privacy/versions/${version.number}`}>{text.wholeVersion(version.number)}</a>
          </p>
        </section>
      ))}
    </>,
  )
}

async function oneVersion(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang).statement
  const found = await pageOfVersion(p.db, Number(c.req.param('number')), lang)
  if (!found) throw missing()
  const { version, html } = found
  return page(
    c,
    { title: text.versionOn(version.number, dateIn(version.publishedAt, lang)), noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/privacy/changes`} />
      <Notice tone="info">
        <p>
          {text.thisWas(version.number, dateIn(version.publishedAt, lang))} <a href={`/${lang}/privacy`}>{text.theOneNow}</a>
        </p>
      </Notice>
      {raw(html)}
    </>,
  )
}

/** Every statement that was published, and what changed with each. */
export const versionPages = new Hono<Env>()
  .get('/privacy/changes', changes)
  .get('/privacy/versions/:number{[1-9]\\d{0,5}}', oneVersion)
