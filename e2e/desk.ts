// How somebody comes to the desk: the link that the command line prints, and an app that shows codes.
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { submit } from './steps.ts'

/** What `huisrecht staff add` prints, beside the running site: the link of the day. */
export const welcome = (env: Record<string, string>, who: string, ...options: string[]): string => {
  const said = execFileSync(process.execPath, ['dist/server/main.js', 'staff', 'add', who, ...options], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return /https?:\/\/\S+/.exec(said)?.[0] ?? ''
}

/** Types the code of an app for the secret on the page that sets up a second factor, and is at the desk. */
export async function useApp(page: Page): Promise<void> {
  const secret = (await page.locator('code.secret').textContent())?.replaceAll(' ', '') ?? ''
  await page.locator('[name=code]').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  await submit(page, '/second-factor/app')
}
