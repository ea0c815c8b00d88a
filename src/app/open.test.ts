import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import kot from '../../sites/kot/site'
import { configFrom } from '../platform/config'
import { siteSchema } from '../platform/site'
import { CannotStart, loadSite, openPlatform, withMail } from './open'

const { recipients: _, ...said } = kot
const site = siteSchema.parse(said)

test('K17 G1 G4: mail goes to a company that the site names, or the program does not start', async () => {
  const config = configFrom({ SMTP_URL: 'smtps://mail.example.org' })
  await expect(openPlatform(config, { site })).rejects.toThrow(/SMTP_URL[\s\S]*site\.ts/)
  await expect(openPlatform(config, { site })).rejects.toThrow(CannotStart)
  const named = siteSchema.parse(kot)
  expect(withMail(named, config)).toEqual(named)
})

test('mail that stays in the mailbox of the program is at the host, and needs no company', () => {
  expect(withMail(site, { smtpUrl: undefined }).recipients).toEqual({ mail: { name: 'Voorbeeld Hosting (demo)', place: 'NL' } })
})

test('rules about adverts that do not hold keep the program from starting, and the message says where', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisrecht-site-'))
  try {
    await writeFile(join(folder, 'site.ts'), `export default ${JSON.stringify(kot)}`)
    expect((await loadSite(folder)).law).toEqual([])
    await mkdir(join(folder, 'law'))
    await writeFile(join(folder, 'law', 'own.json'), '{ "rules": [{ "id": "own" }] }')
    const site = await loadSite(folder)
    await expect(openPlatform(configFrom({}), { site })).rejects.toThrow(/law\/own\.json: rules\.0\.regions/)
    await expect(openPlatform(configFrom({}), { site })).rejects.toThrow(CannotStart)
    await writeFile(join(folder, 'law', 'own.json'), '{ rules }')
    await expect(loadSite(folder)).rejects.toThrow(/law\/own\.json is not JSON/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
