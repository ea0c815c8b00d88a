import { randomUUID } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { insertPasskey, passkeysOf, updatePasskey } from './queries'

/** The site as authenticators know it: its host, and the origin that the browser must report. */
const partyOf = (p: Platform) => {
  const { hostname, origin } = new URL(p.config.publicUrl)
  return { rpID: hostname, origin }
}

const kept = z.object({ id: z.string(), publicKey: z.string(), counter: z.number(), transports: z.array(z.string()).optional() })
const stored = (of: WebAuthnCredential): string =>
  JSON.stringify({ ...of, publicKey: Buffer.from(of.publicKey).toString('base64url') } satisfies z.input<typeof kept>)
function credentialOf(json: string): WebAuthnCredential {
  const { publicKey, ...rest } = kept.parse(JSON.parse(json))
  return { ...rest, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')) }
}

/** COSE numbers of EdDSA, ES256 and RS256: what authenticators have. */
const algorithms = [-8, -7, -257]

/** The passkeys of a member of staff, opened to let them in. */
async function opened(p: Platform, db: Db, person: string) {
  const rows = await passkeysOf(db, person)
  const keys = await p.vault.keys(db, [person])
  return rows.map((row) => ({ row, credential: credentialOf(keys.bind('passkeys', row).credential.open('staffAccess')) }))
}

/** What a browser needs to make a passkey; its challenge is to be remembered. `name` is what the authenticator lists it under. */
export async function creation(p: Platform, db: Db, person: string, name: string) {
  const known = await opened(p, db, person)
  return generateRegistrationOptions({
    rpName: p.site.name,
    rpID: partyOf(p).rpID,
    userName: name,
    userID: new TextEncoder().encode(p.vault.mark('passkey user', person)),
    excludeCredentials: known.map(({ credential: { id, transports } }) => ({ id, transports })),
    supportedAlgorithmIDs: algorithms,
    // The password was given before: what counts is having the key.
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
}

/** What a browser needs to use one of the person's passkeys. Undefined when there are none. */
export async function request(p: Platform, db: Db, person: string) {
  const known = await opened(p, db, person)
  if (known.length === 0) return undefined
  return generateAuthenticationOptions({
    rpID: partyOf(p).rpID,
    allowCredentials: known.map(({ credential: { id, transports } }) => ({ id, transports })),
    userVerification: 'preferred',
  })
}

// What a browser sends back, as PublicKeyCredential.toJSON() makes it (WebAuthn Level 3 §5.1.8).
const code = z.string().max(20_000)
const shared = {
  id: code,
  rawId: code,
  type: z.literal('public-key'),
  clientExtensionResults: z.unknown().transform(() => ({})),
}
const made = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: code,
    attestationObject: code,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
const given = z.object({
  ...shared,
  response: z.object({ clientDataJSON: code, authenticatorData: code, signature: code, userHandle: code.optional() }),
})
function read<S extends z.ZodType>(schema: S, json: string): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** Keeps a passkey that a browser made for this challenge. Answers whether it is right. */
export async function addPasskey(p: Platform, db: Db, person: string, challenge: string, json: string): Promise<boolean> {
  const response = read(made, json)
  if (!response) return false
  const { rpID, origin } = partyOf(p)
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  const credential = verified?.registrationInfo?.credential
  if (!verified?.verified || !credential) return false
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id: randomUUID(), person_id: person }
  return insertPasskey(db, {
    ...row,
    ...keys.seal('passkeys', row, { credential: stored(credential) }),
    credential_key: p.vault.index('passkeys.credential_key', credential.id),
    created_at: p.clock.now(),
  })
}

/** Whether a browser answered this challenge with a passkey of the person. */
export async function provePasskey(p: Platform, db: Db, person: string, challenge: string, json: string): Promise<boolean> {
  const response = read(given, json)
  const own = response && (await opened(p, db, person)).find(({ credential }) => credential.id === response.id)
  if (!response || !own) return false
  const { rpID, origin } = partyOf(p)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: own.credential,
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const counted = { ...own.credential, counter: verified.authenticationInfo.newCounter }
  await updatePasskey(db, own.row.id, keys.seal('passkeys', own.row, { credential: stored(counted) }).credential)
  return true
}
