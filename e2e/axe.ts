// What axe-core finds on a page, in the sizes and colours that people have.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// What a browser lays out only when it comes near would move while axe measures it.
const laidOut = `(() => {
  window.__laidOut ??= new CSSStyleSheet()
  window.__laidOut.replaceSync('* { content-visibility: visible !important }')
  if (!document.adoptedStyleSheets.includes(window.__laidOut)) document.adoptedStyleSheets.push(window.__laidOut)
})()`
const asItWas = 'document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== window.__laidOut)'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

type Finding = { id: string; nodes: { target: string[]; failureSummary?: string }[] }

/** What is wrong with the page as it is now: the rule, and where. */
export async function findings(page: Page, only: object = { runOnly: tags }): Promise<string[]> {
  // A policy that allows no inline script does not hold the debugger, which is how this comes in.
  const session = await page.context().newCDPSession(page)
  const ask = async (expression: string): Promise<unknown> =>
    (await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value
  // Half a megabyte, to be sent and read: once a page, however often it is looked at.
  if (!(await ask(`${laidOut}; 'axe' in window`))) await ask(`(() => { ${axe} })()`)
  const found = await ask(
    `axe.run(document, ${JSON.stringify({ ...only, resultTypes: ['violations'] })}).then(({ violations }) => JSON.stringify(violations))`,
  )
  await session.detach()
  const violations: Finding[] = JSON.parse(String(found))
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`))
}

const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
// High enough for what sticks to the bottom to lie over nothing: axe takes what is under it for too small. The dark has other colours, and
// nothing else.
const looks = [
  { name: 'a telephone, light', viewport: { width: 360, height: 2600 }, colorScheme: 'light', rules: undefined },
  { name: 'a telephone, dark', viewport: { width: 360, height: 2600 }, colorScheme: 'dark', rules: colours },
  { name: 'a desktop, dark', viewport: { width: 1280, height: 2600 }, colorScheme: 'dark', rules: colours },
  { name: 'a desktop, light', viewport: { width: 1280, height: 2600 }, colorScheme: 'light', rules: undefined },
] as const

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Looks at the page on a telephone and on a desktop, in light and in dark, and adds what is wrong to `faults`. Leaves it as it was, in another size. */
export async function lookAt(page: Page, faults: string[], state = ''): Promise<void> {
  const { pathname, search } = new URL(page.url())
  const where = `${pathname}${search}${state && ` (${state})`}`
  for (const { name, viewport, colorScheme, rules } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const finding of await findings(page, rules)) faults.push(`${where} on ${name}: ${finding}`)
    // WCAG 2.2, 1.4.10: nothing to scroll sideways for.
    const wide = await page.evaluate<number>(overflow)
    if (wide > 0) faults.push(`${where} on ${name}: ${wide} px too wide`)
  }
  await page.evaluate(asItWas)
}
