// The desk with a real authenticator: the one thing about it that only a browser can prove.
import { expect, test } from '@playwright/test'
import { welcome } from './desk'
import { type Server, startServer } from './server'

let server: Server
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server.kill()
  server.remove()
})

test('the first owner makes a passkey, and comes back with it', async ({ page, context }) => {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasUserVerification: true, isUserVerified: true },
  })
  await page.goto(welcome(server.env, 'olga@kantoor.example', '--language', 'en'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second factor')
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What waits')
  expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1)

  await context.clearCookies()
  await page.goto(welcome(server.env, 'olga@kantoor.example', '--language', 'en'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your second factor')
  await page.getByRole('button', { name: 'Use the passkey' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What waits')

  // Without the authenticator there is no way in.
  await context.clearCookies()
  await page.goto(welcome(server.env, 'olga@kantoor.example', '--language', 'en'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
  await page.getByRole('button', { name: 'Use the passkey' }).click()
  await expect(page.getByRole('alert')).toContainText('That did not work')
  await page.goto(`${server.url}/en/desk/people`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your second factor')
})
