import { expect, type Page, test } from '@playwright/test'
import { at, fillIn, signUp, somebody, submit } from './steps'

const address = { street: 'Tiensestraat', houseNumber: '41', postcode: '3000', town: 'Leuven' }
const next = (page: Page) => page.locator('form[action*="/drafts/"] button[type=submit]:not([name])').click()
const metresApart = ([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]) =>
  Math.hypot((a - c) * 111_195, (b - d) * 111_195 * Math.cos((a * Math.PI) / 180))

/** Bart's page of the pin. */
async function toPin(page: Page): Promise<void> {
  await signUp(page, somebody('Bart'))
  await page.goto(at('/nl/adverts/new'))
  await submit(page, '/adverts/drafts')
  await fillIn(page, address)
  await next(page)
  await expect(page).toHaveURL(/\/pin$/)
}

const coordinates = async (page: Page) => (await page.locator('[name=coordinates]').inputValue()).split(', ').map(Number)
const middleOf = async (page: Page, selector: string) => {
  const [box, sheet] = [await page.locator(selector).boundingBox(), await page.locator('.pin-sheet').boundingBox()]
  if (!box || !sheet) throw new Error(`${selector} is not to be seen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box, onMap: [box.x - sheet.x, box.y - sheet.y] as const }
}

test('the pin is dragged, goes on with the keys, and is where it was left after saving (K12)', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).host))
  await toPin(page)
  const pin = page.getByRole('application', { name: 'Speld op het huis' })
  await expect(pin).toBeVisible()
  await expect(page.locator('[name=pin][value=typed]')).not.toBeChecked()
  const start = JSON.parse((await page.locator('[data-pin]').getAttribute('data-pin')) ?? '').at
  await pin.scrollIntoViewIfNeeded()

  const from = await middleOf(page, '.pin')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y - 20, { steps: 3 })
  await page.mouse.move(from.x + 60, from.y - 40, { steps: 3 })
  await page.mouse.up()
  await expect(page.locator('[name=pin][value=typed]')).toBeChecked()
  const dragged = await coordinates(page)
  expect(dragged[0]).toBeGreaterThan(start[0])
  expect(dragged[1]).toBeGreaterThan(start[1])
  const to = await middleOf(page, '.pin')
  expect(Math.hypot(to.x - from.x - 60, to.y - from.y + 40)).toBeLessThan(2)

  await expect(pin).toBeFocused()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key)
  const moved = await coordinates(page)
  expect(moved[1]).toBeGreaterThan(dragged[1] ?? 0)
  expect(moved[0]).toBeLessThan(dragged[0] ?? 0)
  expect(metresApart(moved, dragged)).toBeGreaterThan(50)
  await expect(page.getByRole('status').filter({ hasText: 'De speld staat' })).toContainText(/\d (m|km) ten \w+ van /)

  await next(page)
  await expect(page).toHaveURL(/\/kind$/)
  await page.goBack()
  await page.reload()
  expect(metresApart(await coordinates(page), moved)).toBeLessThan(2)
  expect([...new Set(asked)]).toEqual([new URL(at('/')).host])
})

test('a click puts it, what is typed moves it, the middle takes it back, and a point at sea is refused', async ({ page }) => {
  await toPin(page)
  const pin = page.locator('.pin')
  await pin.scrollIntoViewIfNeeded()
  const first = await middleOf(page, '.pin')
  await page.mouse.click(first.x - 80, first.y + 60)
  const clicked = await middleOf(page, '.pin')
  expect(Math.abs(clicked.box.y + clicked.box.height - (first.y + 60))).toBeLessThan(2)
  await expect(page.locator('[name=pin][value=typed]')).toBeChecked()
  await fillIn(page, { pin: 'right' })
  const back = await middleOf(page, '.pin')
  const far = ([x, y]: readonly [number, number]) => Math.hypot(x - first.onMap[0], y - first.onMap[1])
  expect(far(back.onMap)).toBeLessThan(2)
  await fillIn(page, { pin: 'typed', coordinates: '50,8737 4,7002' })
  const typed = await middleOf(page, '.pin')
  expect(far(typed.onMap)).toBeGreaterThan(5)
  await fillIn(page, { coordinates: '51.9, 3.2' })
  await next(page)
  await expect(page.locator('.error-summary')).toBeVisible()
  await expect(page.locator('[name=coordinates]')).toHaveValue('51.9, 3.2')
})

test('with a finger: the pin is dragged, and the page scrolls beside it', async ({ browser }) => {
  const page = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  ).newPage()
  await toPin(page)
  await page.locator('.pin').scrollIntoViewIfNeeded()
  const from = await middleOf(page, '.pin')
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  await touch('touchStart', from.x, from.y)
  for (const part of [0.3, 0.6, 1]) await touch('touchMove', from.x - 50 * part, from.y + 40 * part)
  await touch('touchEnd')
  await expect(page.locator('[name=pin][value=typed]')).toBeChecked()
  const to = await middleOf(page, '.pin')
  expect(Math.hypot(to.x - from.x + 50, to.y - from.y - 40)).toBeLessThan(2)
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth <= 390')
  expect(wide).toBe(true)
  for (const button of await page.locator('.pin-act, .pin').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
})
