// Karel is a volunteer of a student union. He puts a site on a bare machine, runs its desk with Mo, and hands it over.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server as TlsServer } from 'node:https'
import { parseEnv } from 'node:util'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { SMTPServer } from 'smtp-server'
import { findChromium } from '../scripts/chromium'
import { useApp } from './desk'
import { answers, program, room, startProxy } from './production'
import { freePort, type Server, startServer } from './server'
import { aRoom, fillIn, linkTo, mailbox, readIn, signUp, somebody, submit, at as url } from './steps'

const { folder, at } = room()
const letters: string[] = []
/** A letter as a mail program shows it: without the quoting of the way (RFC 2045, 6.7). */
const unquoted = (raw: string) =>
  Buffer.from(
    raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString()
const mail = new SMTPServer({
  authOptional: true,
  logger: false,
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.on('end', () => {
      letters.unshift(unquoted(Buffer.concat(chunks).toString('latin1')))
      done()
    })
  },
})
mail.on('error', () => {})

let env: Record<string, string> = {}
let site: Server | undefined
let proxy: TlsServer | undefined
let browser: Browser | undefined
const before = { base: process.env.BASE_URL, letters: mailbox.letters }

test.afterAll(async () => {
  process.env.BASE_URL = before.base
  mailbox.letters = before.letters
  await browser?.close()
  proxy?.close()
  await site?.kill()
  site?.remove()
  await new Promise<void>((done) => mail.close(done))
  rmSync(folder, { recursive: true, force: true })
})

/** Decides what is first in the queue of this kind, after whatever is to be read of it. */
async function openFirst(desk: Page, kind: string): Promise<void> {
  await desk.goto(url('/nl/desk'))
  await desk.locator(`main a[href*="/desk/${kind}/"]`).first().click()
}

test('Karel sets up a site, runs its desk with Mo, puts a backup back elsewhere, and hands it over', async () => {
  test.setTimeout(240_000)
  const [bart, ward, an] = [somebody('Bart'), somebody('Ward'), somebody('An')]
  const open = async (): Promise<Page> => {
    if (!browser) throw new Error('no browser')
    return (await browser.newContext({ ignoreHTTPSErrors: true })).newPage()
  }

  await test.step('setup asks, writes a site outside the clone, and the program serves it behind a proxy', async () => {
    const smtp = await freePort()
    await new Promise<void>((done) => mail.listen(smtp, '127.0.0.1', done))
    const { status, stdout } = await program(['setup', ...answers(at, 'karel@kotwijzer.be', smtp)])
    expect(status, stdout).toBe(0)
    const written = parseEnv(readFileSync(at('site/huisrecht.env'), 'utf8'))
    env = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, value ?? '']))
    // The certificate of the mail server is its own.
    site = await startServer({ ...env, METRICS_PORT: String(await freePort()), NODE_TLS_REJECT_UNAUTHORIZED: '0' })
    env = site.env
    const { server, port } = await startProxy(Number(env.PORT), at)
    proxy = server
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-proxy-server',
        `--host-resolver-rules=MAP kotwijzer.be:443 127.0.0.1:${port}`,
      ],
    })
    process.env.BASE_URL = 'https://kotwijzer.be'
    mailbox.letters = async () => letters
  })

  const [karel, mo] = [await open(), await open()]
  await test.step('the first owner comes in by the link that is printed, with a second factor', async () => {
    const { stdout } = await program(['staff', 'add', 'karel@kotwijzer.be', '--language', 'nl'], env)
    await karel.goto(/https:\/\/\S+/.exec(stdout)?.[0] ?? '')
    await submit(karel, karel.url().replace(/^.*(?=\/desk)/, ''))
    await useApp(karel)
    await expect(karel).toHaveURL(/\/desk$/)
  })

  await test.step('he invites Mo, who needs no account before', async () => {
    await karel.locator('a[href$="/desk/staff"]').first().click()
    await fillIn(karel, { who: 'mo@kotwijzer.be', role: 'moderator' })
    await submit(karel, '/desk/staff')
    await expect(karel).toHaveURL(/done=added/)
    await mo.goto(await linkTo(karel, 'mo@kotwijzer.be', /\/desk\/welcome\//))
    await submit(mo, mo.url().replace(/^.*(?=\/desk)/, ''))
    await useApp(mo)
    await expect(mo).toHaveURL(/\/desk$/)
  })

  const [bartPage, wardPage, anPage] = [await open(), await open(), await open()]
  let [honest, held, fake, byRule] = ['', '', '', '']
  await test.step('people come: Bart lets a kot, and one only to girls; Ward lets one that is not there; An writes to him', async () => {
    await signUp(bartPage, bart)
    const rooms = await readIn(bartPage, [
      { kenmerk: '1', titel: 'Kot met ochtendzon', ...aRoom },
      { kenmerk: '2', titel: 'Kot voor wie rust zoekt', ...aRoom, tekst: 'Een kamer met een raam. Alleen meisjes.' },
    ])
    ;[honest = '', held = ''] = rooms
    await signUp(wardPage, ward)
    ;[fake = ''] = await readIn(wardPage, [
      { kenmerk: '1', titel: 'Droomkot voor weinig', ...aRoom, huur: '200', waarborg: '400' },
    ])
    await signUp(anPage, an)
    await anPage.goto(url(fake))
    await fillIn(anPage, { text: 'Is het nog vrij?' })
    await submit(anPage, '/reply')
    await expect(anPage).toHaveURL(/messages\/\w{16}/)
  })

  await test.step('a notice comes in about Bart; Mo decides, with a statement of reasons', async () => {
    const stranger = await open()
    await stranger.goto(url(`${honest}/report`))
    await fillIn(stranger, { reason: 'wrong', explanation: 'De prijs klopt niet: hij vraagt meer aan de deur.', goodFaith: '1' })
    await fillIn(stranger, { contact: 'buur@example.org' })
    await submit(stranger, '/report')
    await expect(stranger).toHaveURL(/\?sent/)
    byRule = await linkTo(bartPage, bart.email, /\/decisions\//)
    await openFirst(mo, 'reports')
    await submit(mo, '/reading')
    await expect(mo.locator('main')).toContainText('hij vraagt meer aan de deur')
    await fillIn(mo, {
      decision: 'removed',
      reason: 'De melding lijkt te kloppen.',
      ground: 'wrong',
      facts: 'De huur is hoger dan de advertentie zegt.',
    })
    await submit(mo, '/decision')
    expect((await stranger.goto(url(honest)))?.status()).toBe(404)
  })

  await test.step('Bart complains; not Mo but Karel decides, and the advert is back', async () => {
    // Of the other advert a rule decided before, in a mail of its own.
    await bartPage.goto(
      await linkTo(bartPage, bart.email, new RegExp(`/decisions/(?!${new URL(byRule).pathname.split('/').at(-1)})`)),
    )
    await expect(bartPage.locator('main')).toContainText('De huur is hoger dan de advertentie zegt.')
    await fillIn(bartPage, { explanation: 'Ik vraag precies wat er staat; hier is het contract.' })
    await submit(bartPage, new URL(bartPage.url()).pathname)
    await openFirst(mo, 'complaints')
    await expect(mo.locator('form[action$="/decision"]')).toHaveCount(0)
    await openFirst(karel, 'complaints')
    await submit(karel, '/reading')
    await fillIn(karel, { decision: 'reversed', reason: 'Het contract zegt hetzelfde als de advertentie.' })
    await submit(karel, '/decision')
    await expect(karel).toHaveURL(/decision=done/)
    expect((await anPage.goto(url(honest)))?.status()).toBe(200)
  })

  await test.step('an advert that is held for its wording is looked at, and let go once it is changed', async () => {
    expect((await anPage.goto(url(held)))?.status()).toBe(404)
    await openFirst(mo, 'adverts')
    await expect(mo.locator('main')).toContainText('Alleen meisjes')
    await submit(mo, '/release')
    expect((await anPage.goto(url(held)))?.status()).toBe(200)
  })

  await test.step('a conformity certificate is looked at at the desk, and the advert says so', async () => {
    await bartPage.goto(url(`${honest.replace('/rooms/', '/adverts/')}/evidence`))
    await fillIn(bartPage, { kind: 'conformity', issuedOn: '2024-05-01', number: 'CA-2024-17' })
    const pdf = {
      name: 'attest.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
    }
    await bartPage.locator('input[name=document]').setInputFiles(pdf)
    await submit(bartPage, '/evidence')
    await expect(bartPage).toHaveURL(/sent/)
    await openFirst(mo, 'evidence')
    await submit(mo, '/acceptance')
    await anPage.goto(url(honest))
    await expect(anPage.locator('main')).toContainText('nummer CA-2024-17, document gezien')
  })

  await test.step('Ward is a swindler: his advert goes, and An, who wrote to him, is told', async () => {
    await anPage.goto(url(`${fake}/report`))
    await fillIn(anPage, { reason: 'scam', explanation: 'Hij vraagt geld voor ik het gezien heb.', goodFaith: '1' })
    await submit(anPage, '/report')
    await openFirst(mo, 'reports')
    await submit(mo, '/reading')
    await expect(mo.locator('main')).toContainText('krijgt 1 zoeker een waarschuwing')
    await fillIn(mo, {
      decision: 'removed',
      reason: 'Hij vraagt geld vooraf.',
      ground: 'scam',
      facts: 'De foto’s komen van een hotel.',
    })
    await submit(mo, '/decision')
    await expect(async () => {
      await anPage.goto(await linkTo(anPage, an.email, /\/messages\/\w{16}$/))
      await expect(anPage.locator('main .notice').first()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await expect(anPage.locator('main')).toContainText('we denken dat ze niet echt is')
    await expect(anPage.locator('main')).toContainText('Is het nog vrij?')
  })

  const keyArchive = at('backups-keys/huisrecht-keys.age')
  await test.step('a backup is made beside the running site, and Karel reads how the site is', async () => {
    writeFileSync(at('private.txt'), (await program(['keys', 'escrow'], env)).stdout)
    expect((await program(['backup', at('backups')], env)).status).toBe(0)
    expect((await program(['keys', 'check', keyArchive, '--identity', at('private.txt')], env)).status).toBe(0)
    await karel.goto(url('/nl/desk'))
    await karel.locator('a[href$="/desk/health"]').first().click()
    await expect(karel.getByRole('table')).toContainText('De laatste is 0 uur oud')
  })

  await test.step('it is put back elsewhere, with the private key, and all is there', async () => {
    const [backup = ''] = readdirSync(at('backups')).filter((name) => name.endsWith('.age'))
    const elsewhere = { ...env, DATA_DIR: at('elsewhere'), KEYS_DIR: at('elsewhere-keys'), PORT: String(await freePort()) }
    mkdirSync(at('elsewhere'), { mode: 0o700 })
    const how = ['--keys', keyArchive, '--identity', at('private.txt')]
    const put = await program(['restore', `${at('backups')}/${backup}`, ...how], elsewhere)
    expect(put.status, put.stderr + put.stdout).toBe(0)
    const again = await startServer({ ...elsewhere, METRICS_PORT: String(await freePort()) })
    expect(await (await fetch(`${again.url}${honest}`)).text()).toContain('Kot met ochtendzon')
    expect(await again.kill()).toBe(0)
  })

  await test.step('the list of what whoever takes over needs is printed, without a secret', async () => {
    const { stdout, status } = await program(['handover'], env)
    expect(status).toBe(0)
    expect(stdout).toContain('Kotwijzer vzw')
    expect(stdout).toContain(at('keys'))
    expect(stdout).not.toContain(readFileSync(at('keys/root.key'), 'latin1').trim())
  })
})
