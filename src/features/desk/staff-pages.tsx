import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, errorOf, fieldsOf, line, readForm, type Typed, typedOf } from '../../platform/forms'
import { atDesk, type Env, missing, type Viewer } from '../../platform/http'
import { Button, Confirm, ErrorSummary, Form, LinkButton, Notice, Radios, Table, TextInput, Time } from '../../ui'
import { deskPage } from './desk-page'
import { forgetFactors, setRole } from './queries'
import { may, roles } from './rules'
import { appoint, colleagues, dismiss, nameOf, personFor } from './staff'
import { words } from './words'

const RoleField = ({ c, value, errors }: { c: Context<Env>; value: string; errors?: Errors }) => {
  const { desk, staff } = words(c.var.language)
  return (
    <Radios
      lang={c.var.language}
      name="role"
      label={staff.role}
      value={value}
      error={errorOf(errors, 'role')}
      options={roles.map((role) => ({ value: role, text: desk.roles[role], hint: staff.roleHints[role] }))}
    />
  )
}

async function staffPage(c: Context<Env>, viewer: Viewer, typed: Typed = {}, errors: Errors = []) {
  const { p, language: lang } = c.var
  const { staff: text, desk } = words(lang)
  const all = await colleagues(p, p.db)
  const { added, role, reset, removed } = text.done
  const done = { added, role, reset, removed }[c.req.query('done') ?? '']
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <Table
        id="staff"
        caption={text.caption}
        columns={(['name', 'role', 'factor', 'since', 'actions'] as const).map((name) => ({ title: text.columns[name] }))}
        rows={all.map((one) => [
          nameOf(one, text.resting),
          desk.roles[one.role],
          text.factor(one.app, one.passkeys),
          <Time at={one.since} lang={lang} />,
          one.person === viewer.personId ? (
            text.you
          ) : (
            <a href={`/${lang}/desk/staff/${one.person}`}>
              {text.change}
              <span class="visually-hidden">: {nameOf(one, text.resting)}</span>
            </a>
          ),
        ])}
      />
      <h2>{text.add}</h2>
      <p>{text.addLead}</p>
      <Form action={`/${lang}/desk/staff`}>
        <TextInput {...field('who')} {...text.who} autocomplete="off" spellcheck={false} />
        <RoleField c={c} value={typedOf(typed, 'role')} errors={errors} />
        <Button>{text.submit}</Button>
      </Form>
    </>,
  )
}

/** A colleague other than oneself: nobody locks themselves out, so there is always an owner. */
async function colleague(c: Context<Env>) {
  const viewer = atDesk(c, may.staff)
  const found = (await colleagues(c.var.p, c.var.p.db)).find(({ person }) => person === c.req.param('person'))
  if (!found || found.person === viewer.personId) throw missing()
  return { viewer, found }
}

const to = (c: Context<Env>, done: string) => c.redirect(`/${c.var.language}/desk/staff?done=${done}`, 303)

export const staffPages = new Hono<Env>()
  .get('/desk/staff', (c) => staffPage(c, atDesk(c, may.staff)))
  .post('/desk/staff', async (c) => {
    const viewer = atDesk(c, may.staff)
    const { p, language } = c.var
    const { typed } = await readForm(c)
    const text = words(language).staff
    const checked = check(z.object({ who: line(254), role: choice(roles) }), typed, language, text.errors)
    if (!checked.ok) return staffPage(c, viewer, typed, checked.errors)
    const { who, role } = checked.values
    await p.limits.count('desk.search', viewer.personId, 60, 3600)
    const person = await personFor(p, who, { language })
    if (!person || person === viewer.personId) return staffPage(c, viewer, typed, [{ name: 'who', message: text.nobody }])
    await p.db.transaction().execute(async (trx) => {
      await appoint(p, trx, { person, role, name: who })
      await p.mail.queue(trx, person, 'desk.setUp')
    })
    return to(c, 'added')
  })
  .get('/desk/staff/:person', async (c) => {
    const { viewer, found } = await colleague(c)
    const { language: lang } = c.var
    const text = words(lang).staff
    const own = `/${lang}/desk/staff/${found.person}`
    const cancel = { href: `/${lang}/desk/staff`, text: text.cancel }
    const name = nameOf(found, text.resting)
    return deskPage(
      c,
      viewer,
      { title: name },
      <>
        <h1>{name}</h1>
        <Form action={`${own}/role`}>
          <RoleField c={c} value={found.role} />
          <Button>{text.saveRole}</Button>
          <LinkButton variant="quiet" href={cancel.href}>
            {cancel.text}
          </LinkButton>
        </Form>
        <Confirm title={text.reset} action={`${own}/reset`} confirm={text.reset} cancel={cancel}>
          <p>{text.resetText}</p>
        </Confirm>
        <Confirm title={text.remove} action={`${own}/removal`} confirm={text.remove} cancel={cancel} danger>
          <p>{text.removeText}</p>
        </Confirm>
      </>,
    )
  })
  .post('/desk/staff/:person/role', async (c) => {
    const { found } = await colleague(c)
    const { p, language } = c.var
    const checked = check(z.object({ role: choice(roles) }), (await readForm(c)).typed, language)
    if (!checked.ok) return c.redirect(`/${language}/desk/staff/${found.person}`, 303)
    const { role } = checked.values
    await setRole(p.db, found.person, role)
    return to(c, 'role')
  })
  .post('/desk/staff/:person/reset', async (c) => {
    const { found } = await colleague(c)
    const { p } = c.var
    await p.db.transaction().execute(async (trx) => {
      await forgetFactors(trx, found.person)
      await p.mail.queue(trx, found.person, 'desk.setUp')
    })
    return to(c, 'reset')
  })
  .post('/desk/staff/:person/removal', async (c) => {
    const { found } = await colleague(c)
    await c.var.p.db.transaction().execute((trx) => dismiss(trx, found.person))
    return to(c, 'removed')
  })
