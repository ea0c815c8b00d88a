import { Hono } from 'hono'
import { type Env, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, Form, Table, Time } from '../../ui'
import { endSession, endSessionsOf, openSessions } from './sessions'
import { words } from './words'

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

export const sessionsPage = new Hono<Env>()
  .get('/account/settings/sessions', async (c) => {
    const { p, language: lang } = c.var
    const { personId, sessionId } = signedIn(c)
    const { settings, mine } = words(lang)
    const rows = (await openSessions(p, personId)).toSorted((a, b) => Number(b.id === sessionId) - Number(a.id === sessionId))
    return page(
      c,
      { title: settings.sessions, noindex: true },
      <>
        <h1>{settings.sessions}</h1>
        <p class="lead">{settings.sessionsLead}</p>
        <Table
          id="sessions"
          caption={mine.sessionCount(rows.length)}
          columns={[{ title: settings.where }, { title: settings.began }, { title: settings.used }, { title: settings.how }]}
          rows={rows.map((row) => [
            row.id === sessionId ? <strong>{settings.here}</strong> : settings.elsewhere,
            <Time lang={lang} at={instant(row.created_at)} />,
            <Time lang={lang} at={instant(row.last_used_at)} now={instant(p.clock.now())} />,
            row.stay ? settings.stays : settings.ends,
          ])}
        />
        <Form action={`/${lang}/account/settings/sessions/end`}>
          <Button>{settings.outEverywhere}</Button>
        </Form>
      </>,
    )
  })
  .post('/account/settings/sessions/end', async (c) => {
    await endSessionsOf(c.var.p.db, signedIn(c).personId)
    await endSession(c)
    return c.redirect(`/${c.var.language}/sign-in?done=out`, 303)
  })
