import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import type { DeskEntry } from '../../platform/feature'
import { atDesk, type Env, pathOf, type Viewer } from '../../platform/http'
import { type Page, page } from '../../platform/http/page'
import type { Role } from '../../register'
import type { NavItem } from '../../ui'
import { may } from './rules'
import { words } from './words'

/** Where one stands before the second factor: these paths see to their own refusals. */
const threshold = /^\/\w\w\/desk\/(?:second-factor|welcome)(?:\/|$)/

/** Before every page of the desk, those of later features included: to others it is not there, and no search engine keeps it. */
export const guard: MiddlewareHandler<Env> = async (c, next) => {
  c.header('x-robots-tag', 'noindex')
  c.header('cache-control', 'private, no-store')
  if (!threshold.test(pathOf(c))) atDesk(c, may.desk)
  return next()
}

const entries = [
  { name: 'queue', path: '', roles: may.desk, daily: true },
  { name: 'staff', path: '/staff', roles: may.staff },
  { name: 'health', path: '/health', roles: may.health },
  { name: 'traffic', path: '/traffic', roles: may.traffic },
  { name: 'ledger', path: '/ledger', roles: may.ledger },
  { name: 'security', path: '/security', roles: may.desk },
] as const

function menuOf(c: Context<Env>, role: Role): NavItem[] {
  const { p, language } = c.var
  const text = words(language)
  const here = pathOf(c).replace(/\/$/, '')
  const own = entries.map(({ name, ...entry }): DeskEntry => ({ ...entry, name: () => text[name].title }))
  return [...own, ...p.features.flatMap(({ deskMenu }) => deskMenu ?? [])]
    .sort((a, b) => Number(b.daily ?? false) - Number(a.daily ?? false))
    .filter(({ roles }) => roles.includes(role))
    .map(({ name, path }) => {
      const href = `/${language}/desk${path}`
      const current =
        path === '' ? here === href || /\/(?:reports|complaints)\//.test(here) : here === href || here.startsWith(`${href}/`)
      return { href, text: name(language), current }
    })
}

/** A page of the desk, with the menu of the role of who is at it. */
export function deskPage(c: Context<Env>, viewer: Viewer, about: Omit<Page, 'desk' | 'nav' | 'noindex'>, body: Child) {
  const nav = viewer.role && viewer.atDesk ? menuOf(c, viewer.role) : []
  return page(c, { ...about, noindex: true, desk: words(c.var.language).desk.name, nav }, body)
}
