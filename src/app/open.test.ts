import { expect, test } from 'vitest'
import kot from '../../sites/kot/site'
import { configFrom } from '../platform/config'
import { siteSchema } from '../platform/site'
import { CannotStart, openPlatform, withMail } from './open'

const { recipients: _, ...said } = kot
const site = siteSchema.parse(said)

test('G1 G4: mail goes to a company that the site names, or the program does not start', async () => {
  const config = configFrom({ SMTP_URL: 'smtps://mail.example.org' })
  await expect(openPlatform(config, { site })).rejects.toThrow(/SMTP_URL[\s\S]*site\.ts/)
  await expect(openPlatform(config, { site })).rejects.toThrow(CannotStart)
  const named = siteSchema.parse(kot)
  expect(withMail(named, config)).toEqual(named)
})

test('mail that stays in the mailbox of the program is at the host, and needs no company', () => {
  expect(withMail(site, { smtpUrl: undefined }).recipients).toEqual({ mail: { name: 'Voorbeeld Hosting (demo)', place: 'NL' } })
})
