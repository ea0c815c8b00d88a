// Passkeys with a real authenticator: the one thing about them that only a browser can prove.
import { expect, test } from '@playwright/test'
import { at, signUp, somebody, submit } from './steps'

test('An makes a passkey, comes in with it by the button and by the list of names, and takes it away', async ({
  page,
  context,
}) => {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  })
  /** Whether somebody touches the device when it asks. */
  const touch = (enabled: boolean) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  const an = somebody('An')
  await signUp(page, an)
  await page.goto(at('/nl/account/settings/passkeys'))
  await expect(page.getByRole('table')).toHaveCount(0)
  const ask = page.locator('[name=currentPassword]')
  if (await ask.isVisible()) {
    await ask.fill(an.password)
    await submit(page, '/passkeys/proof')
  }
  await page.locator('[name=label]').fill('Mijn laptop')
  await touch(true)
  await submit(page, '/settings/passkeys')
  await expect(page.getByRole('table')).toContainText('Mijn laptop')
  expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1)

  // By the button: nothing is typed.
  await touch(false)
  await context.clearCookies()
  await page.goto(at('/nl/sign-in?to=/nl/account'))
  await page.locator('form[action$="/sign-in"] [name=stay]').check({ force: true })
  await touch(true)
  await submit(page, '/sign-in/passkey')
  await expect(page).toHaveURL(/\/nl\/account$/)
  await expect(page.locator('main')).toContainText(an.email)
  expect((await context.cookies()).some(({ name }) => name === 'stay')).toBe(true)

  // By the names that the browser fills in: the page asks by itself, and the device answers.
  await touch(false)
  await context.clearCookies()
  // A touch wakes no request that waits already, so it is there first; the page leaves before it is whole.
  await touch(true)
  await page.goto(at('/nl/sign-in?to=/nl/account'), { waitUntil: 'commit' })
  await expect(page).toHaveURL(/\/nl\/account$/)

  await page.goto(at('/nl/account/settings/passkeys'))
  await page.locator('form[action$="/removal"] button').click()
  await expect(page).toHaveURL(/done=removed/)
  await touch(false)
  await context.clearCookies()
  await touch(true)
  await page.goto(at('/nl/sign-in'), { waitUntil: 'commit' })
  await expect(page.locator('.field-error, .error-summary').first()).toContainText('Met de passkey lukte het niet')
})
