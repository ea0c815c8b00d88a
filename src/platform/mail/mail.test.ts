import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import type { Feature } from '../feature'
import { sendQueued } from './index'
import { renderMail } from './render'
import { MailRefused, smtpTransport } from './transport'

/** A certificate of our own for the server under test. */
const certificate = (): { key: string; cert: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ],
    { stdio: 'ignore' },
  )
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

async function smtpServer(options: SMTPServerOptions): Promise<{ port: number; letters: string[]; close(): Promise<void> }> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        letters.push(`secure=${session.secure}\n${text}`)
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const port = await new Promise<number>((done) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      done(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return { port, letters, close: () => new Promise((done) => server.close(() => done())) }
}

const letter = {
  to: 'an@example.org',
  from: 'Dorpel <post@example.net>',
  subject: 'Hallo',
  text: 'Dag An',
  html: '<p>Dag An</p>',
}

describe('mail leaves over TLS or not at all', () => {
  const tls = certificate()
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  afterAll(() => {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  })

  test('with STARTTLS, and with TLS from the start', async () => {
    for (const [secure, scheme] of [
      [false, 'smtp'],
      [true, 'smtps'],
    ] as const) {
      const server = await smtpServer({ ...tls, secure })
      const transport = smtpTransport(`${scheme}://localhost:${server.port}`)
      await transport.send(letter)
      expect(server.letters[0]).toContain('secure=true')
      expect(server.letters[0]).toContain('Dag An')
      transport.close()
      await server.close()
    }
  })

  test('a server that offers no TLS gets nothing', async () => {
    const server = await smtpServer({ disabledCommands: ['STARTTLS'] })
    const transport = smtpTransport(`smtp://localhost:${server.port}`)
    await expect(transport.send(letter)).rejects.toThrow(MailRefused)
    expect(server.letters).toEqual([])
    transport.close()
    await server.close()
  })

  test('what a server says when it refuses, an address perhaps, does not come through', async () => {
    const server = await smtpServer({
      ...tls,
      onRcptTo: (address, _session, done) => done(new Error(`no such mailbox ${address.address}`)),
    })
    const transport = smtpTransport(`smtp://localhost:${server.port}`)
    const refused = await transport.send(letter).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(MailRefused)
    expect(String(refused) + JSON.stringify(refused)).not.toContain('an@example.org')
    transport.close()
    await server.close()
  })
})

describe('the outbox', () => {
  let site: TestSite
  let down = true
  const sent: string[] = []
  beforeAll(async () => {
    site = await testSite({
      transport: {
        async send({ to, text }) {
          if (down) throw new MailRefused('ECONNREFUSED')
          sent.push(`${to} ${text}`)
        },
        close() {},
      },
    })
    const hello: Feature = {
      name: 'accounts',
      mails: {
        'test.hello': async (p, db, person) => {
          const row = await db
            .selectFrom('email_changes')
            .select(['id', 'person_id', 'email'])
            .where('person_id', '=', person)
            .executeTakeFirst()
          if (!row) return undefined
          const { email } = (await p.vault.keys(db, [person])).bind('email_changes', row)
          return { to: email, language: 'nl', subject: 'Hallo', paragraphs: ['Dag'] }
        },
      },
    }
    Object.assign(site.p, { features: [...site.p.features, hello] })
  })
  afterAll(() => site.close())

  test('keeps a mail while the mail server is down, sends it once, and holds no address', async () => {
    const { db, vault } = site.p
    const { id: person_id, keys } = await vault.newPerson(db, ['service'])
    const id = randomUUID()
    await db
      .insertInto('email_changes')
      .values({
        id,
        person_id,
        ...keys.seal('email_changes', { id, person_id }, { email: 'an@example.org' }),
        email_key: vault.index('email_changes.email_key', 'an@example.org'),
        created_at: site.clock.now(),
      })
      .execute()
    await db.transaction().execute((trx) => site.p.mail.queue(trx, person_id, 'test.hello'))
    expect(await site.p.jobs.drain()).toEqual({ done: 0, failed: 1 })
    const ledger = () => db.selectFrom('disclosures').select('recipient').where('person_id', '=', person_id).execute()
    expect(await ledger()).toEqual([])
    const { id: outbox } = await db.selectFrom('outbox').select('id').where('person_id', '=', person_id).executeTakeFirstOrThrow()
    for (let again = 0; again < 3; again++) await expect(sendQueued(site.p, outbox)).rejects.toThrow(MailRefused)
    expect(await ledger()).toEqual([])
    down = false
    await sendQueued(site.p, outbox)
    await sendQueued(site.p, outbox)
    // G4: one line for the one letter, however often it was tried.
    expect(await ledger()).toEqual([{ recipient: 'mail' }])
    expect(sent).toEqual(['an@example.org Dag\n\n-- \nDorpel'])
    const stored = JSON.stringify(await db.selectFrom('outbox').select(['template', 'params']).execute())
    expect(stored).not.toContain('example.org')
    expect(site.logged.join('\n')).toContain('ECONNREFUSED')
    expect(site.logged.join('\n')).not.toContain('example.org')
  })

  test('a mail queued in a transaction that fails is not there', async () => {
    const { db, vault } = site.p
    const { id } = await vault.newPerson(db, ['service'])
    await db
      .transaction()
      .execute(async (trx) => {
        await site.p.mail.queue(trx, id, 'test.hello')
        throw new Error('something else failed')
      })
      .catch(() => {})
    expect(await db.selectFrom('outbox').select('id').where('person_id', '=', id).execute()).toEqual([])
    expect(await site.p.jobs.drain()).toEqual({ done: 0, failed: 0 })
  })
})

test('a letter says the same as text and as HTML, and what people typed is not markup in it', () => {
  const mail = renderMail('Dorpel', {
    to: null as never,
    language: 'nl',
    subject: 'Dag <b>An</b>',
    paragraphs: ['Dag <b>An</b> & co'],
    button: { label: 'Open', url: 'https://example.org/?a=1&b=2' },
    after: ['Tot later'],
  })
  expect(mail.text).toBe('Dag <b>An</b> & co\n\nOpen:\nhttps://example.org/?a=1&b=2\n\nTot later\n\n-- \nDorpel')
  expect(mail.html).toContain('Dag &lt;b&gt;An&lt;/b&gt; &amp; co')
  expect(mail.html).not.toMatch(/<img|<script|<b>/)
})
