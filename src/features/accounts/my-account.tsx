import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf } from '../../platform/clock'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { Site } from '../../platform/site'
import type { Language } from '../../std/words'
import { dayIn, listIn } from '../../std/written'
import { ButtonRow, LinkButton, Notice, SummaryList, type SummaryRow, Time } from '../../ui'
import { accountOfPerson } from './queries/accounts'
import { emailChangeOf } from './queries/email-changes'
import { passkeyCount } from './queries/passkeys'
import { lastSignIn } from './queries/sessions'
import { openSessions } from './sessions'
import { languageName, settingsOf } from './settings'
import { words } from './words'

/** All that is held of an account, opened for its person (K24). */
async function everything(c: Context<Env>) {
  const { p } = c.var
  const { personId } = signedIn(c)
  const [account, change, signIn, sessions, passkeys, keys] = await Promise.all([
    accountOfPerson(p.db, personId),
    emailChangeOf(p.db, personId, p.clock.now()),
    lastSignIn(p.db, personId),
    openSessions(p, personId),
    passkeyCount(p.db, personId),
    p.vault.keys(p.db, [personId]),
  ])
  if (!account) throw missing()
  const held = keys.bind('accounts', account)
  return {
    account,
    firstName: held.first_name.open('account'),
    email: held.email.open('account'),
    userName: held.user_name.open('account'),
    newEmail: change && keys.bind('email_changes', change).email.open('account'),
    ip: signIn && { address: keys.bind('last_sign_ins', signIn).ip.open('account'), at: signIn.at },
    sessions: sessions.length,
    passkeys,
  }
}
type Everything = Awaited<ReturnType<typeof everything>>

/** What was just done, said once above the page. */
function doneNotice(language: Language, code: string | undefined): string | undefined {
  const { settings, confirm } = words(language)
  const { welcome, welcomeBack, renamed } = confirm
  const said: Record<string, string> = { ...settings.done, welcome, welcomeBack, renamed }
  return code && Object.hasOwn(said, code) ? said[code] : undefined
}

function detailRows(language: Language, all: Everything): SummaryRow[] {
  const { fields, mine } = words(language)
  const at = (what: string) => `/${language}/account/settings/${what}`
  const address: Child = all.newEmail ? (
    <>
      {all.email}
      <br />
      <span class="soft">{mine.waiting(all.newEmail)}</span>
    </>
  ) : (
    all.email
  )
  return [
    { label: fields.firstName.label, value: all.firstName, change: at('first-name') },
    { label: fields.email.label, value: address, change: at('email') },
    { label: fields.userName.label, value: all.userName, change: at('user-name') },
    {
      label: fields.password.label,
      value: all.account.password ? mine.password.set : mine.password.none,
      change: at('password'),
    },
    { label: mine.passkeys, value: mine.passkeyCount(all.passkeys), change: at('passkeys') },
  ]
}

function settingRows(language: Language, all: Everything, site: Site): SummaryRow[] {
  const { fields, mine } = words(language)
  const at = (what: string) => `/${language}/account/settings/${what}`
  const { messages, alerts } = all.account.notifications
  const mails = [messages && mine.messages, alerts && mine.alerts].filter((text) => text !== false)
  const has = settingsOf(site)
  const about = mails.length > 0 ? mine.about(listIn(mails, language)) : mine.noNotifications
  return [
    ...(has.language
      ? [{ label: fields.language.label, value: languageName(all.account.language), change: at('language') }]
      : []),
    ...(has.notifications ? [{ label: mine.mails, value: about, change: at('notifications') }] : []),
    { label: mine.sessions, value: mine.sessionCount(all.sessions), change: at('sessions') },
  ]
}

function activityRows(language: Language, all: Everything): SummaryRow[] {
  const { mine } = words(language)
  const day = (iso: string) => dayIn(iso, language)
  const { ip } = all
  return [
    { label: mine.since, value: day(dayOf(all.account.created_at)) },
    { label: mine.seen, value: day(all.account.last_seen_on) },
    {
      label: mine.lastIp,
      value: ip ? (
        <>
          {ip.address} · <Time lang={language} at={Temporal.Instant.fromEpochMilliseconds(ip.at.getTime())} />
          <br />
          <span class="soft">{mine.lastIpWhy}</span>
        </>
      ) : (
        mine.noIp
      ),
    },
  ]
}

export const myAccountPage = new Hono<Env>().get('/account', async (c) => {
  const { p, language: lang } = c.var
  const all = await everything(c)
  const panels = await Promise.all(p.features.map((feature) => feature.onAccount?.(c)))
  const { account: title, mine } = words(lang)
  const code = c.req.query('done')
  const done = doneNotice(lang, code)
  // Nobody makes an account for its own sake: what they came for is one press away.
  const isNew = code === 'welcome' || code === 'renamed'
  return page(
    c,
    { title, noindex: true },
    <>
      <h1>{title}</h1>
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
          {isNew && (
            <ButtonRow>
              {p.features
                .flatMap((feature) => feature.menu?.(lang) ?? [])
                .map(({ label, href }) => (
                  <LinkButton small variant="secondary" href={href}>
                    {label}
                  </LinkButton>
                ))}
            </ButtonRow>
          )}
        </Notice>
      )}
      <p class="lead">{mine.lead}</p>
      <h2>{mine.details}</h2>
      <SummaryList lang={lang} rows={detailRows(lang, all)} />
      <h2>{mine.settings}</h2>
      <SummaryList lang={lang} rows={settingRows(lang, all, p.site)} />
      <h2>{mine.activity}</h2>
      <SummaryList lang={lang} rows={activityRows(lang, all)} />
      {panels}
    </>,
  )
})
