// What a visit costs and feels like: on a telephone with a slow line and a slow processor, as Lighthouse has them.
import type { Page } from '@playwright/test'

/** Lighthouse's telephone. */
export const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true } as const
export const desktop = { viewport: { width: 1350, height: 940 } } as const

/** Lighthouse's "slow 4G": milliseconds of each round trip, bytes a second down and up; and a processor four times as slow. */
const line = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const slowness = 4

const watch = `(() => {
  const seen = { lcp: { at: 0, what: '', size: 0 }, shifts: [], events: {} }
  window.__vitals = seen
  const name = (node) => {
    if (!node || node.nodeType !== 1) return String(node && node.nodeName)
    const owner = node.className ? node : node.closest('[class]') || node
    const of = owner === node ? '' : ' in ' + owner.tagName.toLowerCase() + '.' + [...owner.classList].join('.')
    return node.tagName.toLowerCase() + [...node.classList].map((one) => '.' + one).join('') + of
  }
  const observe = (type, each, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more })
  observe('largest-contentful-paint', ({ startTime, element, size, url }) => {
    const lazy = element && element.loading === 'lazy' ? ', put off' : ''
    seen.lcp = { at: startTime, what: name(element) + lazy, size, url }
  })
  observe('layout-shift', ({ startTime, value, hadRecentInput, sources }) => {
    if (!hadRecentInput) seen.shifts.push({ startTime, value, of: sources.map(({ node, previousRect: a, currentRect: b }) => name(node) + ' from ' + [a.x, a.y, a.width, a.height].join() + ' to ' + [b.x, b.y, b.width, b.height].join()) })
  })
  const event = ({ interactionId, duration, name }) => {
    if (interactionId) seen.events[interactionId] = Math.max(seen.events[interactionId] || 0, duration)
  }
  observe('event', event, { durationThreshold: 16 })
  observe('first-input', event)
})()`

/** Slows the page down, and sees what happens on it. Before the first address. */
export async function slowly(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await page.addInitScript(watch)
}

type Shift = { startTime: number; value: number; of: string[] }
export type Load = {
  /** Milliseconds to the largest thing in view, and which thing. */
  lcp: number
  what: string
  /** The worst second of shifting, and what moved. */
  cls: number
  moved: string[]
  /** Asked for before the largest thing was there: all, and all but pictures. */
  requests: number
  beforePictures: number
  /** What of it came over the line, compressed. */
  bytes: number
  /** Pictures without a width and a height. */
  unsized: string[]
}

/** https://web.dev/articles/cls: sessions of at most five seconds, with less than one between two shifts. */
function worst(shifts: readonly Shift[]): number {
  let [most, sum, began, last] = [0, 0, 0, Number.NEGATIVE_INFINITY]
  for (const { startTime, value } of shifts) {
    if (startTime - last >= 1000 || startTime - began >= 5000) [sum, began] = [0, startTime]
    sum += value
    last = startTime
    most = Math.max(most, sum)
  }
  return most
}

/** What loading the page that is there has cost, once nothing more comes. */
export async function loaded(page: Page): Promise<Load> {
  await page.waitForLoadState('networkidle')
  // Not waitForFunction, which a policy without eval refuses.
  while ((await page.evaluate<number>('window.__vitals.lcp.at')) === 0) await page.waitForTimeout(50)
  const { lcp, shifts, entries, unsized } = await page.evaluate<{
    lcp: { at: number; what: string }
    shifts: Shift[]
    entries: { startTime: number; responseEnd: number; encodedBodySize: number; isPicture: boolean }[]
    unsized: string[]
  }>(`({
    ...window.__vitals,
    entries: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      ({ name, startTime, responseEnd, encodedBodySize }) => ({
        startTime, responseEnd, encodedBodySize, isPicture: /\\.(avif|webp|jpe?g|png|svg)$/.test(name),
      })),
    unsized: [...document.images].filter((one) => !one.getAttribute('width') || !one.getAttribute('height')).map((one) => one.src),
  })`)
  const before = entries.filter(({ startTime }) => startTime <= lcp.at)
  return {
    lcp: Math.round(lcp.at),
    what: lcp.what,
    cls: worst(shifts),
    moved: shifts.flatMap(({ of, value }) => of.map((what) => `${what} ${value.toFixed(3)}`)),
    requests: before.length,
    beforePictures: before.filter(({ isPicture }) => !isPicture).length,
    bytes: before
      .filter(({ responseEnd }) => responseEnd <= lcp.at)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    unsized,
  }
}

const acts = `['pointerup', 'keydown'].reduce((sum, name) => sum + performance.eventCounts.get(name), 0)`

/**
 * Acts, and answers how long the slowest answer to a touch or a key took until it was on the screen, in milliseconds: at least 16, below which a browser
 * does not tell. Throws where nothing was touched.
 */
export async function feelOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await page.evaluate<number>(`(window.__vitals.events = {}, ${acts})`)
  await act()
  await page.waitForTimeout(400)
  if ((await page.evaluate<number>(acts)) === before) throw new Error('nothing was touched')
  return page.evaluate<number>('Math.max(16, ...Object.values(window.__vitals.events))')
}
