import { strFromU8, unzipSync } from 'fflate'
import { type Selectable, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { days, hours } from '../../platform/clock'
import { sendQueued } from '../../platform/mail'
import type { Transport } from '../../platform/mail/transport'
import { SealBroken, vaultOver } from '../../platform/vault'
import { epochsOf } from '../../platform/vault/epochs'
import { renewKeys } from '../../platform/vault/renew'
import { mintCopyKey, sweep } from '../../privacy'
import { everything } from '../../privacy/testing'
import type { Database } from '../../register'
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
/** Asks for a copy, and follows the link of its mail. */
async function asks(): Promise<string> {
  await an.visitor.post('/nl/account/copy')
  return linkIn((await site.mails())[0])
}

describe('a copy (G2)', () => {
  beforeEach(() => open())

  test('is asked for under My account, made by a job, and fetched once, by who has the link of the mail', async () => {
    expect((await an.visitor.get('/nl/account')).html).toContain('href="/nl/account/copy"')
    const asked = await an.visitor.post('/nl/account/copy')
    expect([asked.status, asked.location]).toEqual([303, '/nl/account/copy'])
    expect((await an.visitor.follow(asked)).text).toContain('Je kopie wordt gemaakt')
    const [letter] = await site.mails()
    expect(letter?.to).toBe(an.email)
    const path = linkIn(letter)
    expect(path).toMatch(/^\/nl\/account\/copy\/[0-9a-f-]{36}\/[A-Z0-9]{58}$/)

    const ready = await an.visitor.get('/nl/account/copy')
    expect(ready.text).toContain('Je kopie is klaar')
    expect(ready.html).not.toContain(path)
    const [kept] = await site.p.files.list('copies')
    const sealed = await site.p.files.read(`copies/${kept?.name}`)
    expect(sealed.includes('data.json')).toBe(false)
    expect(sealed.includes(an.email)).toBe(false)

    // To look at the link fetches nothing.
    for (let looks = 0; looks < 2; looks++) expect((await an.visitor.get(path)).html).toContain(`action="${path}"`)
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
    expect(page).toContain('Waarvan we niets over je hebben')
    expect(page).not.toContain('$argon2id$')

    expect((await an.visitor.post(path)).status).toBe(410)
    expect((await an.visitor.get(path)).status).toBe(410)
    expect(await site.p.files.list('copies')).toEqual([])
    expect(await site.p.db.selectFrom('copies').select(['lock', 'file']).execute()).toEqual([{ lock: null, file: null }])
    expect((await an.visitor.get('/nl/account/copy')).text).toContain('Opgehaald op')
  })

  test('A-SAR 24: nothing on the server opens it: neither database nor log nor queue holds the secret of the link', async () => {
    const secret = (await asks()).split('/').at(-1) ?? ''
    const everywhere = [await everything(site.p), site.logged.join('\n')].join('\n')
    expect(everywhere).not.toContain(secret)
    const { rows } = await sql<{ all: string }>`select data::text as all from pgboss.job`.execute(site.p.db)
    expect(rows.map(({ all }) => all).join('\n')).not.toContain(secret)
    expect(everywhere).toMatch(/age1[a-z0-9]{58}/)
    await site.p.traffic.write()
    expect(JSON.stringify(await Array.fromAsync(site.p.traffic.read('2026-11-21')))).not.toContain(secret)
  })

  test('A-SAR 23: is nobody else’s, not a stranger’s, and not for who has another secret', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const path = await asks()
    expect((await bart.visitor.post(path)).status).toBe(410)
    expect((await bart.visitor.get(path)).status).toBe(410)
    expect((await site.visitor().post(path)).location).toBe('/nl/sign-in')
    await bart.visitor.post('/nl/account/copy')
    const secrets = [
      linkIn((await site.mails())[0])
        .split('/')
        .at(-1) ?? '',
      'Q'.repeat(58),
    ]
    for (const secret of secrets) expect((await an.visitor.post(path.replace(/[^/]+$/, secret))).status).toBe(410)
    expect((await an.visitor.get(path)).status).toBe(200)
  })

  test('a mail that is tried again has another link, and the former opens nothing', async () => {
    const former = await asks()
    const id = former.split('/').at(-2) ?? ''
    const secret = await site.p.db.transaction().execute((trx) => mintCopyKey(site.p, trx, id, 'nl'))
    expect((await an.visitor.post(former)).status).toBe(410)
    await site.p.jobs.drain()
    expect(await site.p.files.list('copies')).toHaveLength(1)
    expect((await an.visitor.get(former)).status).toBe(410)
    expect((await bytes(former.replace(/[^/]+$/, secret ?? ''))).length).toBeGreaterThan(1000)
  })

  test('goes by itself after a day, with its file', async () => {
    await asks()
    site.clock.pass(hours(24) - 1000)
    await sweep(site.p)
    expect(await site.p.files.list('copies')).toHaveLength(1)
    site.clock.pass(2000)
    await sweep(site.p)
    expect(await site.p.files.list('copies')).toEqual([])
    expect(await rowsIn(site.p.db, 'copies')).toEqual([])
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
    expect(page.text).toContain('What we hold nothing of')
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

  const nothingLeft = async () => {
    for (const table of ['people', 'accounts', 'sessions', 'disclosures', 'outbox', 'person_keys', 'farewells'] as const)
      expect([table, await rowsIn(site.p.db, table)]).toEqual([table, []])
  }
  /** Opens it as somebody would who has the disk: another program, with nothing in memory. */
  const opens = async (row: Selectable<Database['farewells']>): Promise<string> => {
    const vault = vaultOver((await site.p.keys.root()) ?? Buffer.alloc(32), epochsOf(site.p.keys), () => {})
    return (await vault.keys(site.p.db, [row.person_id])).bind('farewells', row).email.open('rights')
  }
  /** The rows that hold the address for the last mail, as a dump of now would have them; and how to put them back. */
  async function dump() {
    const { db } = site.p
    const farewells = await db.selectFrom('farewells').selectAll().execute()
    const keys = await db.selectFrom('person_keys').selectAll().execute()
    // What is there now opens.
    for (const row of farewells) expect(await opens(row)).toBe(an.email)
    const epochs = await db.selectFrom('key_epochs').select(['id', 'key_check']).execute()
    return async () => {
      const people = farewells.map(({ person_id: id }) => ({ id }))
      await db.insertInto('people').values(people).execute()
      for (const { id, key_check } of epochs)
        await db
          .insertInto('key_epochs')
          .values({ id, key_check: key_check.bytes, closed_at: site.clock.now() })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      await db
        .insertInto('person_keys')
        .values(keys.map((key) => ({ ...key, wrapped: key.wrapped.bytes })))
        .execute()
      await db.insertInto('farewells').values(farewells).execute()
      const [row] = farewells
      if (!row) throw new Error('there is no farewell')
      return opens(row)
    }
  }

  test('erases everything, answers with the receipt, and mails it to the address, which is then gone with its key', async () => {
    await open()
    const receipt = await an.visitor.post('/nl/account/end', sure())
    expect(receipt.status).toBe(200)
    expect(receipt.text).toContain('Je account is beëindigd')
    expect(receipt.text).toContain('E‑mailadres, van je account')
    expect(receipt.text).toMatch(
      /E‑mailadres, van de laatste mail, tot die vertrokken is 1 om je dit te mailen: onder een eigen sleutel.*24 november 2026/,
    )
    expect(an.visitor.cookies.has('stay')).toBe(false)
    expect((await an.visitor.get('/nl/account')).location).toContain('/nl/sign-in')
    // Until then nothing but that address, under a key for it alone, of somebody who leads back to nobody.
    const { db } = site.p
    const people = await db.selectFrom('people').select('id').execute()
    expect(people).toHaveLength(1)
    expect(people[0]?.id).not.toBe(an.personId)
    expect(await db.selectFrom('person_keys').select('class').execute()).toEqual([{ class: 'farewell' }])
    expect(await everything(site.p)).not.toContain(an.email)
    const [letter] = await site.mails()
    expect(letter?.to).toBe(an.email)
    expect(letter?.text).toContain('Verder hebben we niets meer over je.')
    expect(letter?.text).toContain('Gewist: ')
    await nothingLeft()
  })

  test('the last mail is tried until the mail server takes it; who kept the rows of before opens nothing', async () => {
    let down = true
    const sent: string[] = []
    const transport: Transport = {
      async send({ to, text }) {
        if (down) throw new Error(`550 ${an.email} refused`)
        sent.push(`${to} ${text}`)
      },
      close: () => {},
    }
    await open({ transport: { send: async () => {}, close: () => {} } })
    Object.assign(site.p.mail, { transport })
    expect((await an.visitor.post('/nl/account/end', sure())).text).toContain('Je account is beëindigd')
    const { db } = site.p
    const { id: outbox } = await db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
    for (let again = 0; again < 3; again++) await expect(sendQueued(site.p, outbox)).rejects.toThrow()
    expect(await db.selectFrom('disclosures').select('id').execute()).toEqual([])
    const putBack = await dump()
    down = false
    await sendQueued(site.p, outbox)
    await sendQueued(site.p, outbox)
    expect(sent).toEqual([expect.stringContaining(`${an.email} Dag,`)])
    await nothingLeft()
    expect(site.logged.join('\n')).not.toContain(an.email)
    // The same night the key of keys is another.
    await renewKeys(db, site.p.keys, site.clock.now(), 35)
    await expect(putBack()).rejects.toThrow(SealBroken)
  })

  test('a last mail that cannot be sent goes after three days, with its key', async () => {
    await open({ transport: { send: async () => {}, close: () => {} } })
    Object.assign(site.p.mail, { transport: { send: () => Promise.reject(new Error('down')), close: () => {} } })
    await an.visitor.post('/nl/account/end', sure())
    const { id: outbox } = await site.p.db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
    site.clock.pass(days(3) - 1000)
    await sweep(site.p)
    await expect(sendQueued(site.p, outbox)).rejects.toThrow('down')
    const putBack = await dump()
    site.clock.pass(2000)
    // Over is over, also before the sweep.
    await sendQueued(site.p, outbox)
    await sweep(site.p)
    await nothingLeft()
    await renewKeys(site.p.db, site.p.keys, site.clock.now(), 35)
    await expect(putBack()).rejects.toThrow(SealBroken)
  })

  test('nothing outlives an account that does not end: the last mail is queued in the transaction that erases', async () => {
    await open()
    const { ledger } = site.p
    const note = ledger.note
    Object.assign(ledger, {
      note() {
        throw new Error('the disk is full')
      },
    })
    expect((await an.visitor.post('/nl/account/end', sure())).status).toBe(500)
    Object.assign(ledger, { note })
    expect(await rowsIn(site.p.db, 'farewells')).toEqual([])
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
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
