import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DeskQueue } from '../../platform/feature'
import type { Errors } from '../../platform/forms'
import { atDesk, type Env, missing } from '../../platform/http'
import type { Role } from '../../register'
import { Time } from '../../ui'
import { ByHand, deskPage, notSure, openedFor, openForStaff } from '../desk'
import { erasedAtCrisp, patience } from './erasing'
import { erasureById, lateErasures } from './queries'
import { words } from './words'

const mayErase = ['owner', 'officer'] as const satisfies readonly Role[]
const holdings = ['reference.erasing'] as const
const codeOf = (id: string) => id.slice(0, 4).toUpperCase()

/** What Crisp was asked to erase a day ago, and did not. */
export const queue: DeskQueue = {
  kind: 'crisp',
  name: (language) => words(language).desk.title,
  roles: mayErase,
  queue: async (p, db, language) =>
    (await lateErasures(db, new Date(p.clock.now().getTime() - patience))).map(({ id, created_at }) => ({
      id,
      title: words(language).desk.nth(codeOf(id)),
      since: created_at,
      href: `/${language}/desk/crisp/${id}`,
    })),
}

async function erasureOf(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const row = z.uuid().safeParse(id).success ? await erasureById(c.var.p.db, id) : undefined
  if (!row) throw missing()
  return row
}

async function erasurePage(c: Context<Env>, errors: Errors = []) {
  const viewer = atDesk(c, mayErase)
  const { p, language: lang } = c.var
  const row = await erasureOf(c)
  const text = words(lang).desk
  const opened = await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)
  const { session } = (await p.vault.keys(p.db, [row.person_id])).bind('crisp_erasures', row)
  return deskPage(
    c,
    viewer,
    { title: text.nth(codeOf(row.id)), errors },
    <ByHand
      lang={lang}
      at={`/${lang}/desk/crisp/${row.id}`}
      kind="crisp"
      title={text.nth(codeOf(row.id))}
      lead={[text.lead]}
      facts={[
        { label: text.since, value: <Time lang={lang} at={row.created_at} /> },
        ...(opened ? [{ label: text.session, value: session.open('requests') }] : []),
      ]}
      isOpened={opened !== undefined}
      errors={errors}
      text={text}
    />,
  )
}

/** One conversation that staff erase at Crisp themselves, and the button that says that they did. */
export const erasurePages = new Hono<Env>()
  .get('/desk/crisp/:id', (c) => erasurePage(c))
  .post('/desk/crisp/:id/reading', async (c) => {
    const viewer = atDesk(c, mayErase)
    const { p, language: lang } = c.var
    const { id: about, person_id: person } = await erasureOf(c)
    await openForStaff(p, p.db, viewer, { person, purpose: 'requests', reason: words(lang).desk.reason, holdings, about })
    return c.redirect(`/${lang}/desk/crisp/${about}`, 303)
  })
  .post('/desk/crisp/:id/done', async (c) => {
    atDesk(c, mayErase)
    const { p, language: lang } = c.var
    const row = await erasureOf(c)
    const errors = await notSure(c, words(lang).desk.sureMissing)
    if (errors.length > 0) return erasurePage(c, errors)
    await erasedAtCrisp(p, 'staff', row.person_id)
    return c.redirect(`/${lang}/desk?kind=crisp`, 303)
  })
