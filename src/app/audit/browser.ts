import type { BrowserContext, Page } from '@playwright/test'
import { nothingSeen, type Seen } from './seen'

/** What a page may have kept in the browser, outside cookies. Runs in the page. */
const kept = `(async () => {
  const names = (of, store) => Object.keys(store).map((key) => of + ' ' + key)
  const databases = (await indexedDB.databases?.() ?? []).map(({ name }) => 'IndexedDB ' + name)
  const stores = 'caches' in self ? (await caches.keys()).map((name) => 'cache ' + name) : []
  const workers = navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => 'service worker ' + scope) : []
  return [...names('localStorage', localStorage), ...names('sessionStorage', sessionStorage), ...databases, ...stores, ...workers]
})()`

/** Notes whom everything in a browser's context speaks to. Answers how to look at what it keeps by now. */
export function watch(context: BrowserContext, own: ReadonlySet<string>): { seen: Seen; look(page: Page): Promise<void> } {
  const seen = nothingSeen()
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(?:https?|wss?):$/.test(protocol) && !own.has(host)) seen.hosts.push({ host, where: request.frame().url() })
  })
  return {
    seen,
    async look(page) {
      const where = new URL(page.url()).pathname
      for (const { name, expires, httpOnly, sameSite } of await context.cookies())
        seen.cookies.push({
          name,
          // The browser counts seconds since 1970, and -1 for a cookie of this visit.
          days: expires < 0 ? null : (expires * 1000 - Date.now()) / 86_400_000,
          where,
          httpOnly,
          sameSite,
          gone: false,
        })
      // A page without scripts keeps nothing by itself, and cannot be asked.
      const keys = await page.evaluate<string[]>(kept).catch(() => [])
      seen.storage.push(...keys.map((key) => ({ key, where })))
    },
  }
}
