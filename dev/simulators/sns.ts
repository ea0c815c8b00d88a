import { execFileSync } from 'node:child_process'
import { randomUUID, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A key, and the certificate that it signed for itself. */
function keyPair() {
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-sns-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const about = ['-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=sns.amazonaws.com']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...about], { stdio: 'ignore' })
  const made = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  rmSync(folder, { recursive: true })
  return made
}

type Fields = Record<string, string>
const certificatePath = `/SimpleNotificationService-${'0a'.repeat(16)}.pem`

/** Starts Amazon SNS on a free port of loopback. `asked`: the path and query of each request. */
export async function startSns(topic: string) {
  const { key, certificate } = keyPair()
  let certificates: 'well' | 'down' | 'html' = 'well'
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url !== certificatePath) return response.end('<ConfirmSubscriptionResponse/>')
    if (certificates === 'down') return response.writeHead(503).end()
    return response.end(certificates === 'html' ? '<!doctype html><title>Maintenance</title>' : certificate)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  /** What is signed: these fields in the order of the alphabet, each where it is there. */
  const signed = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
  const envelope = (fields: Fields, version: '1' | '2', at: Date): Fields => {
    const message: Fields = { MessageId: randomUUID(), TopicArn: topic, Timestamp: at.toISOString(), ...fields }
    const text = signed.flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`])).join('')
    const Signature = sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(text), key).toString('base64')
    return { ...message, SignatureVersion: version, Signature, SigningCertURL: url + certificatePath }
  }
  return {
    url,
    asked,
    certificatePath,
    /** How the certificate is served from now on. */
    serve(next: typeof certificates) {
      certificates = next
    },
    /** A notice of SES, as SNS sends it. */
    notice: (
      message: object,
      at: Date,
      { version = '2' as '1' | '2', ...fields }: Fields & { version?: '1' | '2' } = {},
    ): Fields => envelope({ Type: 'Notification', Message: JSON.stringify(message), ...fields }, version, at),
    /** What SNS sends to an address that was just subscribed. */
    confirmation: (at: Date, fields: Fields = {}): Fields =>
      envelope(
        {
          Type: 'SubscriptionConfirmation',
          Message: 'You have chosen to subscribe to the topic.',
          Token: 'a'.repeat(64),
          SubscribeURL: `${url}/?Action=ConfirmSubscription&TopicArn=${topic}&Token=${'a'.repeat(64)}`,
          ...fields,
        },
        '2',
        at,
      ),
    async stop() {
      server.closeAllConnections()
      await new Promise((stopped) => server.close(stopped))
    },
  }
}
