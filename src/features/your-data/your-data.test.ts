import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days, hours } from '../../platform/clock'
import type { Transport } from '../../platform/mail/transport'
import { sweep } from '../../privacy'
import { type SignedUp, signedUp } from '../accounts/testing'

let site: TestSite
let an: SignedUp
const open = async (options?: Parameters<typeof testSite>[0]) => {
  site = await testSite(options)
  an = await signedUp(site, { firstName: 'An' })
}
afterEach(() => site.close())

const bytes = async (path: string): Promise<Uint8Array> => {
  const cookie = [...an.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await site.app.request(
    `http://localhost:3000${path}`,
    { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } },
    { incoming: { socket: { remoteAddress: '192.0.2.9' } } },
  )
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+-2026-11-21\.zip"$/)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  return new Uint8Array(await answer.arrayBuffer())
}
const fetchAt = (html: string) => /action="(\/nl\/account\/copy\/[0-9a-f-]{36})"/.exec(html)?.[1]

describe('a copy (G2)', () => {
  beforeEach(() => open())

  test('is asked for under My account, made by a job, and fetched once', async () => {
    expect((await an.visitor.get('/nl/account')).html).toContain('href="/nl/account/copy"')
    expect(fetchAt((await an.visitor.get('/nl/account/copy')).html)).toBeUndefined()
    const asked = await an.visitor.post('/nl/account/copy')
    expect([asked.status, asked.location]).toEqual([303, '/nl/account/copy'])
    expect((await an.visitor.follow(asked)).text).toContain('Je kopie wordt gemaakt')
    expect(fetchAt((await an.visitor.get('/nl/account/copy')).html)).toBeUndefined()
    await site.p.jobs.drain()

    const ready = await an.visitor.get('/nl/account/copy')
    expect(ready.text).toContain('Je kopie is klaar')
    const path = fetchAt(ready.html) ?? ''
    const [kept] = await site.p.files.list('copies')
    const sealed = await site.p.files.read(`copies/${kept?.name}`)
    expect(sealed.includes('data.json')).toBe(false)
    expect(sealed.includes(an.email)).toBe(false)

    const files = unzipSync(await bytes(path))
    expect(Object.keys(files).toSorted()).toEqual([
      'data.json',
      'index.html',
      'portable.json',
      'portable.schema.json',
      'schema.json',
    ])
    const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()))
    expect(data.about).toMatchObject({ schema: 1, person: an.personId, language: 'nl' })
    expect(JSON.stringify(data)).toContain(an.email)
    expect(JSON.parse(strFromU8(files['schema.json'] ?? new Uint8Array()))).toMatchObject({ type: 'object' })
    const page = strFromU8(files['index.html'] ?? new Uint8Array())
    expect(page).toContain('<html lang="nl">')
    expect(page).toContain(an.email)
    expect(page).toContain('Hiervan hebben we niets.')
    expect(page).not.toContain('$argon2id$')

    expect((await an.visitor.post(path)).status).toBe(410)
    expect(await site.p.files.list('copies')).toEqual([])
    expect(await site.p.db.selectFrom('copies').select(['file_key', 'file']).execute()).toEqual([{ file_key: null, file: null }])
    expect((await an.visitor.get('/nl/account/copy')).text).toContain('Opgehaald op')
  })

  test('is nobody else’s, and not a stranger’s', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    await an.visitor.post('/nl/account/copy')
    await site.p.jobs.drain()
    const path = fetchAt((await an.visitor.get('/nl/account/copy')).html) ?? ''
    expect((await bart.visitor.post(path)).status).toBe(410)
    expect((await site.visitor().post(path)).location).toBe('/nl/sign-in')
    expect(fetchAt((await an.visitor.get('/nl/account/copy')).html)).toBe(path)
  })

  test('goes by itself after a day, with its file', async () => {
    await an.visitor.post('/nl/account/copy')
    await site.p.jobs.drain()
    site.clock.pass(hours(24) - 1000)
    await sweep(site.p)
    expect(await site.p.files.list('copies')).toHaveLength(1)
    site.clock.pass(2000)
    await sweep(site.p)
    expect(await site.p.files.list('copies')).toEqual([])
    expect(await site.p.db.selectFrom('copies').select('id').execute()).toEqual([])
  })

  test('asked again takes the place of the former, and five a day is enough', async () => {
    for (let asked = 0; asked < 5; asked++) {
      expect((await an.visitor.post('/nl/account/copy')).status).toBe(303)
      await site.p.jobs.drain()
    }
    expect(await site.p.files.list('copies')).toHaveLength(1)
    expect((await an.visitor.post('/nl/account/copy')).status).toBe(429)
  })

  test('stands on a page too: everything, opened for its person (K24)', async () => {
    const page = await an.visitor.get('/en/account/data')
    expect(page.text).toContain(an.email)
    expect(page.text).toContain(an.userName)
    expect(page.text).toContain('Of this we hold nothing.')
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect((await site.visitor().get('/en/account/data')).location).toBe('/en/sign-in?to=%2Fen%2Faccount%2Fdata')
  })
})

describe('ending the account (K27, G3)', () => {
  const sure = () => ({ sure: 'yes', currentPassword: an.password })

  test('asks for a word and a password first, and says what goes and what stays', async () => {
    await open()
    const page = await an.visitor.get('/nl/account/end')
    expect(page.text).toContain('Wat er verdwijnt')
    expect(page.text).toContain('E‑mailadres')
    const unsure = await an.visitor.post('/nl/account/end', { currentPassword: an.password })
    expect([unsure.status, unsure.text.includes('Vink dit aan')]).toEqual([422, true])
    expect((await an.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: 'niet dit wachtwoord' })).status).toBe(422)
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
    expect((await site.visitor().post('/nl/account/end', sure())).location).toBe('/nl/sign-in')
  })

  test('erases everything, answers with the receipt, and mails it to the address that is then gone', async () => {
    await open()
    const receipt = await an.visitor.post('/nl/account/end', sure())
    expect(receipt.status).toBe(200)
    expect(receipt.text).toContain('Je account is beëindigd')
    expect(receipt.text).toContain('E‑mailadres, van je account')
    expect(receipt.text).toContain('Er is geen gegeven over jou meer')
    expect(an.visitor.cookies.has('stay')).toBe(false)
    expect((await an.visitor.get('/nl/account')).location).toContain('/nl/sign-in')
    const [letter] = await site.mails()
    expect(letter?.to).toBe(an.email)
    expect(letter?.text).toContain('We hebben niets meer over je.')
    for (const table of ['people', 'accounts', 'sessions', 'disclosures', 'outbox', 'person_keys'] as const)
      expect(await site.p.db.selectFrom(table).select('id').execute()).toEqual([])
  })

  test('happens just the same when the mail server does not answer', async () => {
    const broken: Transport = { send: () => Promise.reject(new Error(`550 ${an.email} refused`)), close: () => {} }
    await open({ transport: broken })
    const receipt = await an.visitor.post('/nl/account/end', sure())
    expect(receipt.text).toContain('Je account is beëindigd')
    expect(receipt.text).not.toContain('laatste mail')
    expect(await site.p.db.selectFrom('people').select('id').execute()).toEqual([])
    expect(site.logged.join('\n')).toContain('mail.farewell_lost')
    expect(site.logged.join('\n')).not.toContain(an.email)
  })

  test('takes along a copy that waits, and leaves the address free for a new start', async () => {
    await open()
    await an.visitor.post('/nl/account/copy')
    await site.p.jobs.drain()
    await an.visitor.post('/nl/account/end', sure())
    expect(await site.p.files.list('copies')).toEqual([])
    const again = await signedUp(site, { firstName: 'An', email: an.email, userName: an.userName })
    expect(again.personId).not.toBe(an.personId)
    site.clock.pass(days(1))
    expect((await again.visitor.get('/nl/account')).text).toContain(an.email)
  })
})
