import { expect, test } from '@playwright/test'
import { at, signUp, somebody } from './steps'

test('the menu of who is signed in is one line, in every language', async ({ page }) => {
  await signUp(page, somebody('An'))
  for (const width of [1024, 1280])
    for (const language of ['nl', 'fr', 'en']) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(at(`/${language}/account`))
      const { height = 0 } = (await page.locator('.header-in').boundingBox()) ?? {}
      expect(height, `${language}, ${width} px`).toBeLessThan(80)
      expect(height).toBeGreaterThan(40)
    }
})

test('in forced colours what is chosen, and where one is, still shows', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto(at('/dev/ui'))
  for (const [one, chosen, not] of [
    ['.choice-input[type=checkbox]', 'checked = true', 'checked = false'],
    ['.choice-input[type=radio]', 'checked = true', 'checked = false'],
    ['.facet-option input', 'checked = true', 'checked = false'],
    ['.switch', 'checked = true', 'checked = false'],
    ['.tab', 'ariaCurrent = "page"', 'ariaCurrent = null'],
    ['.steps-bar li', 'className = "step-done"', 'className = ""'],
    ['.favourite-button .icon', 'style.fill = "currentColor"', 'style.fill = "none"'],
  ] as const) {
    const it = page.locator(one).first()
    const look = async (state: string) => {
      await page.evaluate(`document.querySelector('${one}').${state}`)
      return (await it.screenshot()).toString('base64')
    }
    expect((await look(chosen)) === (await look(not)), one).toBe(false)
  }
})

test('Tab goes through a page and out of it again', async ({ page }) => {
  for (const path of ['/nl', '/nl/rooms', '/nl/register', '/nl/privacy']) {
    await page.goto(at(path))
    const before = await page.evaluate<string>('document.body.tagName')
    expect(before).toBe('BODY')
    const seen = new Set<string>()
    for (let n = 0; n < 400; n++) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate<string>(`(() => {
        const one = document.activeElement
        window.__order ??= []
        if (one === document.body) return ''
        if (!window.__order.includes(one)) window.__order.push(one)
        return String(window.__order.indexOf(one))
      })()`)
      if (here === '' || seen.has(here)) break
      seen.add(here)
    }
    const left = await page.evaluate<number>(
      '[...document.querySelectorAll("footer a")].filter((one) => window.__order.includes(one)).length',
    )
    expect(left, path).toBeGreaterThan(3)
  }
})
