// A device with passkeys, for tests: what a browser would answer, made by hand (WebAuthn Level 3 §6.1, §6.5.4).
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (of: string | Buffer) => createHash('sha256').update(of).digest()
const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.of((major << 5) | length)
    : length < 256
      ? Buffer.of((major << 5) | 24, length)
      : Buffer.of((major << 5) | 25, length >> 8, length & 255)
const text = (of: string) => Buffer.concat([head(3, of.length), Buffer.from(of)])
const bytes = (of: Buffer) => Buffer.concat([head(2, of.length), of])

type Options = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } }

/** A device with one passkey at `origin`; `verifies`: it asks a finger or a PIN. */
export function authenticator(origin: string, { verifies = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let user = ''
  let count = 0
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authData = (rpId: string, flags: number, rest: Buffer = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++count)
    return Buffer.concat([sha256(rpId), Buffer.of(flags | 1 | (verifies ? 4 : 0)), counter, rest])
  }
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })
  return {
    create(options: Options): string {
      user = options.user?.id ?? ''
      // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
      const cose = Buffer.concat([
        Buffer.of(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21),
        bytes(Buffer.from(x, 'base64url')),
        Buffer.of(0x22),
        bytes(Buffer.from(y, 'base64url')),
      ])
      const data = authData(options.rp?.id ?? '', 0x40, Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, cose]))
      const attestation = [text('fmt'), text('none'), text('attStmt'), head(5, 0), text('authData'), bytes(data)]
      return answer({
        clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
        attestationObject: Buffer.concat([head(5, 3), ...attestation]).toString('base64url'),
        transports: ['internal'],
      })
    },
    use(options: Options, as = user): string {
      const client = clientData('webauthn.get', options.challenge)
      const data = authData(options.rpId ?? '', 0)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
        userHandle: as,
      })
    },
  }
}
