// What Amazon SNS sends, and whether it is Amazon's: integrations of SES tell of bounces and complaints by it.
import { verify, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { days, seconds } from '../../../platform/clock'
import type { Config } from '../../../platform/config'
import { forbidden, Refusal } from '../../../platform/http'

export type Sns = NonNullable<Config['sns']>

const always = { MessageId: z.string().min(1).max(100), TopicArn: z.string(), Timestamp: z.iso.datetime(), Message: z.string() }
const signed = { SignatureVersion: z.enum(['1', '2']), Signature: z.base64(), SigningCertURL: z.string() }
const asks = { Token: z.string(), SubscribeURL: z.string() }
const shape = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), Subject: z.string().optional(), ...always, ...signed }),
  z.object({ Type: z.literal('SubscriptionConfirmation'), ...asks, ...always, ...signed }),
  z.object({ Type: z.literal('UnsubscribeConfirmation'), ...asks, ...always, ...signed }),
])
export type Message = z.output<typeof shape>

/** What is signed, in this order, each where it is there. */
const order = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const
const toSign = (message: Message): string => {
  const fields = new Map(Object.entries(message))
  return order.flatMap((name) => (fields.has(name) ? [`${name}\n${fields.get(name)}\n`] : [])).join('')
}

const patience = seconds(10)
/** Asks something at an address of the host that the topic is on, and of no other. Throws a refusal: 403 for another address, 503 while it does not answer. */
export async function askAmazon({ base }: Sns, url: string): Promise<string> {
  if (!url.startsWith(base)) throw forbidden()
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: 'error' }).catch(() => undefined)
  if (!answer?.ok) throw new Refusal(503)
  return answer.text()
}

/** The certificates that were fetched, by their address: Amazon has one at a time. */
const known = new Map<string, X509Certificate>()

async function certificateAt({ base }: Sns, url: string, ask: (url: string) => Promise<string>): Promise<X509Certificate> {
  const found = known.get(url)
  if (found) return found
  if (!url.startsWith(base) || !/^SimpleNotificationService-[a-zA-Z0-9]{32}\.pem$/.test(url.slice(base.length))) throw forbidden()
  const certificate = certificateIn(await ask(url))
  known.set(url, certificate)
  return certificate
}

function certificateIn(text: string): X509Certificate {
  try {
    return new X509Certificate(text)
  } catch {
    throw new Refusal(503)
  }
}

/** How long a message may be on its way. */
const longest = days(1)

/** A message of the site's own topic that Amazon signed, not long ago. Throws a refusal for any other. `ask` fetches a certificate that is not known yet. */
export async function readMessage(
  sns: Sns,
  text: string,
  { now, ask }: { now: Date; ask: (url: string) => Promise<string> },
): Promise<Message> {
  const parsed = shape.safeParse(asJson(text))
  if (!parsed.success) throw forbidden()
  const message = parsed.data
  const age = now.getTime() - new Date(message.Timestamp).getTime()
  if (message.TopicArn !== sns.topic || age > longest || age < -longest) throw forbidden()
  const { publicKey } = await certificateAt(sns, message.SigningCertURL, ask)
  const hash = message.SignatureVersion === '1' ? 'sha1' : 'sha256'
  if (publicKey.asymmetricKeyType !== 'rsa') throw forbidden()
  if (!verify(hash, Buffer.from(toSign(message)), publicKey, Buffer.from(message.Signature, 'base64'))) throw forbidden()
  return message
}

export function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
