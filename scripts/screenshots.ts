// Pictures of the main pages for docs/, from a demo site of the built server: `npm run screenshots`.
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { startServer } from '../e2e/server.ts'
import { findChromium } from './chromium.ts'

const pages = [{ name: 'home', path: '/nl', width: 1280, height: 860 }] as const

mkdirSync('docs', { recursive: true })
const server = await startServer({ DEMO: '1' })
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  // The pictures of the newest adverts are drawn first; a page of them is there in seconds.
  await new Promise((done) => setTimeout(done, 45_000))
  for (const { name, path, width, height } of pages) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 })
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `docs/${name}.png` })
    await page.close()
  }
} finally {
  await browser.close()
  await server.kill()
  server.remove()
}
