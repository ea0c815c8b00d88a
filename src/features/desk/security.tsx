import { Hono } from 'hono'
import type { Db } from '../../platform/db'
import { atDesk, type Env, missing } from '../../platform/http'
import { Button, ButtonRow, Form, LinkButton, Notice, Table, Time } from '../../ui'
import { passkeyIsland } from '../accounts'
import { deskPage } from './desk-page'
import { AppForm, FactorPasskeyForm } from './factor-forms'
import { creation } from './passkeys'
import { deletePasskey, forgetTotp, lockStaff, passkeysOf, staffFactors } from './queries'
import { may } from './rules'
import { newSecret } from './totp'
import { words } from './words'

/** Takes one of one's own second factors away; the last one stays, and the answer is false then. Throws missing() for what is not one's own. */
async function remove(db: Db, person: string, which: string): Promise<boolean> {
  await lockStaff(db, person)
  const [staff, passkeys] = [await staffFactors(db, person), await passkeysOf(db, person)]
  const own = [...(staff?.totp ? ['app'] : []), ...passkeys.map(({ id }) => id)]
  if (!own.includes(which)) throw missing()
  if (own.length < 2) return false
  if (which === 'app') await forgetTotp(db, person)
  else await deletePasskey(db, person, which)
  return true
}

export const securityPages = new Hono<Env>()
  .get('/desk/security', async (c) => {
    const viewer = atDesk(c, may.desk)
    const { p, language: lang } = c.var
    const text = words(lang).security
    const { factor } = words(lang)
    const staff = await staffFactors(p.db, viewer.personId)
    const passkeys = await passkeysOf(p.db, viewer.personId)
    const name = staff ? (await p.vault.keys(p.db, [viewer.personId])).bind('staff', staff).name.open('staffAccess') : p.site.name
    const adds = c.req.query('add')
    const done = { added: text.done.added, removed: text.done.removed }[c.req.query('done') ?? '']
    const keys = [
      ...(staff?.totp ? [{ id: 'app', kind: factor.app, since: undefined }] : []),
      ...passkeys.map(({ id, created_at }) => ({ id, kind: factor.passkeyTitle, since: created_at })),
    ]
    return deskPage(
      c,
      viewer,
      { title: text.title, islands: adds === 'passkey' ? [passkeyIsland] : [] },
      <>
        <h1>{text.title}</h1>
        {done && (
          <Notice tone="success" live>
            <p>{done}</p>
          </Notice>
        )}
        <p>{text.lead}</p>
        <Table
          id="keys"
          caption={text.caption}
          columns={[{ title: text.columns.kind }, { title: text.columns.since }, { title: text.columns.actions }]}
          rows={keys.map(({ id, kind, since }) => [
            kind,
            since ? <Time at={since} lang={lang} /> : '–',
            keys.length < 2 ? (
              text.last
            ) : (
              <Form action={`/${lang}/desk/security/${id}/removal`}>
                <Button variant="quiet" small>
                  {text.remove}
                </Button>
              </Form>
            ),
          ])}
        />
        <h2>{text.add}</h2>
        {adds === 'app' && <AppForm {...{ p, lang, viewer, secret: newSecret(), name }} />}
        {adds === 'passkey' && (
          <FactorPasskeyForm
            {...{
              p,
              lang,
              viewer,
              create: await creation(p, p.db, viewer.personId, name),
              action: `/${lang}/desk/second-factor/passkeys`,
              submit: factor.makePasskey,
            }}
          />
        )}
        <ButtonRow>
          {adds !== 'app' && (
            <LinkButton variant="secondary" href={`/${lang}/desk/security?add=app`}>
              {staff?.totp ? text.replaceApp : factor.app}
            </LinkButton>
          )}
          {adds !== 'passkey' && (
            <LinkButton variant="secondary" href={`/${lang}/desk/security?add=passkey`}>
              {factor.passkeyTitle}
            </LinkButton>
          )}
        </ButtonRow>
      </>,
    )
  })
  .post('/desk/security/:key/removal', async (c) => {
    const viewer = atDesk(c, may.desk)
    const { p, language } = c.var
    const removed = await p.db.transaction().execute((trx) => remove(trx, viewer.personId, c.req.param('key')))
    return c.redirect(`/${language}/desk/security${removed ? '?done=removed' : ''}`, 303)
  })
