// Finds a Chromium for the journeys; as root on Debian it installs one.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  chromium.executablePath(),
]

const found = (): string | undefined => places.find((path) => path !== undefined && path !== '' && existsSync(path))

/** The path of a Chromium. Throws an Error that says how to get one. */
export function findChromium(): string {
  const there = found()
  if (there) return there
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('No Chromium found: installing the one of Debian.')
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    // With the letters that pages are measured in: what else a machine has may be wider.
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = found()
    if (installed) return installed
  }
  throw new Error(
    'No Chromium found. Install one (Debian: sudo apt-get install chromium; otherwise: npx playwright install chromium), or name it in CHROMIUM_PATH.',
  )
}
