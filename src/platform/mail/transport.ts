import { createTransport } from 'nodemailer'

export type Letter = {
  to: string
  from: string
  replyTo?: string | undefined
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
}
export type Transport = { send(letter: Letter): Promise<void>; close(): void }
/** Keeps the last letters in memory, for the page /dev/mail and for tests. */
export type Mailbox = Transport & { letters: (Letter & { at: Date })[] }

/** The mail server refused or was not there. The text of its answer may quote an address, so only its code is kept. */
export class MailRefused extends Error {
  readonly code: string
  /** The address takes no mail, and will not: trying again is of no use. */
  readonly forGood: boolean
  constructor(code: string, forGood = false) {
    super('the mail server did not take the mail')
    this.code = code
    this.forGood = forGood
  }
}

/** Signs in at a mail server over TLS, and sends nothing. Answers why that did not work, as a code; undefined when it did. */
export async function tryMail(url: string): Promise<string | undefined> {
  const transporter = createTransport({
    url,
    requireTLS: true,
    connectionTimeout: 8000,
    greetingTimeout: 8000,
    socketTimeout: 8000,
  })
  try {
    await transporter.verify()
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  } finally {
    transporter.close()
  }
}

/** RFC 5321, section 4.2.3: 550, 551 and 553 to the name of a mailbox say that there is none, or none for us; a full one (552) may be emptied. */
const noMailbox = [550, 551, 553]

export function refusalOf(error: unknown): MailRefused {
  if (!(error instanceof Error)) return new MailRefused('unknown')
  const of = (name: 'code' | 'command' | 'responseCode') => Reflect.get(error, name)
  const forGood = of('command') === 'RCPT TO' && noMailbox.some((one) => one === of('responseCode'))
  return new MailRefused(String(of('code') ?? 'unknown'), forGood)
}

/** SMTP over TLS: smtps://, or smtp:// with STARTTLS; a server that offers no TLS is refused. */
export function smtpTransport(url: string): Transport {
  // In one object: what stands beside the URL as a second argument is a default for letters, and TLS would not be required.
  const transporter = createTransport({
    url,
    pool: true,
    requireTLS: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return {
    async send(letter) {
      try {
        await transporter.sendMail(letter)
      } catch (error) {
        throw refusalOf(error)
      }
    },
    close: () => transporter.close(),
  }
}

export function memoryMailbox(): Mailbox {
  const letters: Mailbox['letters'] = []
  return {
    letters,
    async send(letter) {
      letters.unshift({ ...letter, at: new Date() })
      letters.length = Math.min(letters.length, 200)
    },
    close() {},
  }
}
