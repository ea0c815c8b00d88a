// Pages that staff write, and those of an agency: of all others audit.spec.ts has the walks.
import { expect, test } from '@playwright/test'
import { findings } from './axe'
import { forEverybody } from './everybody'
import { at } from './steps'
import { ofAgency, ofWriters } from './writers'

test.describe.configure({ mode: 'parallel', timeout: 900_000 })

for (const [what, visits] of Object.entries({
  'what is written and answered at the desk, and where readers come by it': ofWriters,
  'an agency’s site': ofAgency,
}))
  test(`everybody can read and work ${what}`, async ({ browser }) => {
    const faults: string[] = []
    await visits(browser, forEverybody(faults))
    expect(faults).toEqual([])
  })

test('the scan sees: a page without it fails', async ({ page }) => {
  await page.goto(at('/nl'))
  await page.setContent('<html><body><main><img src="/x.png"><input></main></body></html>')
  const found = await findings(page)
  for (const rule of ['image-alt', 'label', 'html-has-lang', 'document-title'])
    expect(found).toContainEqual(expect.stringMatching(`^${rule}: `))
})

test('a first visit takes at most eight requests before its pictures', async ({ browser, javaScriptEnabled }) => {
  for (const path of ['/nl', '/nl/rooms', '/nl/privacy', '/nl/register']) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() !== 'image') asked.push(request.url())
    })
    await page.goto(at(path), { waitUntil: 'networkidle' })
    expect(asked.length, `${path}: ${asked.join(' ')}`).toBeLessThanOrEqual(8)
    if (path === '/nl') expect(asked.filter((url) => url.endsWith('.js'))).toEqual([])
    await context.close()
  }
})
