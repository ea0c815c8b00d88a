import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'
import { throwAwayInMemory } from './scripts/throwaway.ts'

// The program speaks the language of the terminal: the journeys read English there, whosever machine it is.
process.env.LANG = 'C.UTF-8'
throwAwayInMemory()

const browser = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: findChromium(),
    // A browser that calls home would be refused by a closed network, many times at each start.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
}

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  workers: 2,
  timeout: 60_000,
  // On a machine with other work a page takes its time; that is not what a journey is about.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  outputDir: 'test-results',
  projects: [
    { name: 'with-script', use: browser },
    { name: 'without-script', use: { ...browser, javaScriptEnabled: false }, testIgnore: /\.script\.spec\.ts$/ },
  ],
})
