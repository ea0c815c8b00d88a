// Sweeps over the pages of the site, as a stranger and as a person with an account gets them. Each answers what it finds wrong.
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { Env } from '../../platform/http'
import { languages } from '../../std/words'
import { faultsOf } from '../../ui/html-faults'
import { attributesOf } from './forms'
import { type Answer, Visitor } from './index'
import { isOfDesk, pathTo, type Route, type Who, type World } from './world'

/** Everything that a page loads or sends to: links that one follows are not among it. */
const loaded = (html: string): string[] =>
  [...html.matchAll(/<(img|script|link|source|form|iframe|video|audio|object|use|input|button)\b[^>]*>/g)].flatMap(([tag]) => {
    const at = attributesOf(tag)
    if (/rel="(?:canonical|alternate)"/.test(tag)) return []
    const lists = (at.get('srcset') ?? '').split(',').map((one) => one.trim().split(' ')[0] ?? '')
    return [
      at.get('src'),
      at.get('href'),
      at.get('action'),
      at.get('formaction'),
      at.get('poster'),
      at.get('data'),
      ...lists,
    ].flatMap((value) => value || [])
  })

const kilobyte = 1000
/** Bytes of HTML after gzip. */
const budgetOf = (path: string): number => (/^\/..\/rooms$/.test(path) ? 30 : 20) * kilobyte

/** What is wrong with one page, as its visitor gets it. */
export function faultsOfPage(path: string, { headers, html }: Answer): string[] {
  // The style guide shows headings of pages, as parts of them.
  const faults = faultsOf(html).filter((fault) => path !== '/dev/ui' || fault !== 'not exactly one h1')
  const language = path.split('/')[1]
  if (!html.startsWith('<!doctype html>')) faults.push('no doctype')
  if (languages.some((one) => one === language) && !html.includes(`<html lang="${language}"`)) faults.push(`not in ${language}`)
  if (!/<title>[^<]{3,}<\/title>/.test(html)) faults.push('no title')
  if (/<script(?![^>]*\ssrc=)(?! type="application\/ld\+json">)/.test(html)) faults.push('a script in the page')
  if (/\son[a-z]+="/.test(html)) faults.push('a script in an attribute')
  for (const url of loaded(html))
    if (/^(?:[a-z]+:)?\/\//.test(url) && !url.startsWith('http://localhost:3000/')) faults.push(`loads ${url}`)
  const cache = headers.get('cache-control') ?? ''
  if (cache !== 'private, no-store' && !/^public, (?:max-age=\d+|no-cache)$/.test(cache)) faults.push(`cache-control: ${cache}`)
  if (cache.startsWith('public') && headers.has('set-cookie')) faults.push('a cookie in an answer for all')
  if (!headers.get('content-security-policy')?.startsWith("default-src 'none'")) faults.push('no policy')
  const bytes = gzipSync(html).length
  if (bytes > budgetOf(path)) faults.push(`${bytes} bytes after gzip`)
  return faults
}

export type Seen = { path: string; who: Who; answer: Answer }

/** Every page of the site as a stranger gets it and as Bart does, those of the desk as Stef does. */
export async function allPages(world: World, app: Hono<Env>, routes: readonly Route[]): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const route of routes.filter(({ method }) => method === 'GET'))
    for (const language of route.path.startsWith('/:language') ? languages : ['nl'])
      for (const who of isOfDesk(route) ? (['staff'] as const) : (['nobody', 'bart'] as const)) {
        const path = pathTo(route, world.examples, language)
        const answer = await world.as(who, app).get(path)
        if (answer.headers.get('content-type')?.startsWith('text/html')) seen.push({ path, who, answer })
      }
  return seen
}

export const faultsOfPages = (seen: readonly Seen[]): string[] =>
  seen.flatMap(({ path, who, answer }) => faultsOfPage(path, answer).map((fault) => `${path} (${who}): ${fault}`))

/** Pages that are said to be for all, and yet are not the same for another visitor. */
export async function differingPages(seen: readonly Seen[], app: Hono<Env>): Promise<string[]> {
  const faults: string[] = []
  for (const { path, answer } of seen.filter(({ answer }) => answer.headers.get('cache-control')?.startsWith('public'))) {
    const another = new Visitor(app, '2001:db8::77')
    another.cookies.set('language', path.startsWith('/fr') ? 'en' : 'fr')
    const same = await another.get(path, { 'accept-language': 'fr', 'user-agent': 'another', referer: 'https://example.com/' })
    if (same.html !== answer.html) faults.push(`${path} is for all, but differs`)
  }
  return faults
}

/** Links and pictures of pages that lead nowhere. Pages in other languages have the same, but for their first letters. */
export async function deadLinks(seen: readonly Seen[], { as }: World, app: Hono<Env>): Promise<string[]> {
  const asked = new Set<string>()
  const faults: string[] = []
  for (const { path, who, answer } of seen.filter(({ path, answer }) => answer.status === 200 && !/^\/(?:fr|en)\/./.test(path))) {
    const links = [...answer.html.matchAll(/<(?:a|img|source)\b[^>]*>/g)].flatMap(([tag]) => {
      const at = attributesOf(tag)
      return [
        at.get('href') ?? at.get('src') ?? '',
        ...(at.get('srcset') ?? '').split(',').map((one) => one.trim().split(' ')[0] ?? ''),
      ]
    })
    for (const link of links) {
      const [to = ''] = link.split('#')
      if (!to.startsWith('/') || asked.has(`${who} ${to}`)) continue
      asked.add(`${who} ${to}`)
      const { status } = await as(who, app).get(to)
      if (status >= 400 && status !== 403) faults.push(`${path} (${who}) links to ${to}, which answers ${status}`)
    }
  }
  return faults
}
