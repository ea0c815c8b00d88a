// What passkeys say, as WebAuthn has it; where they are kept is the business of who uses this.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Platform } from '../../platform/feature'

export type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, WebAuthnCredential }

/** The site as authenticators know it: its host, and the origin that the browser must report. */
const partyOf = (p: Platform) => {
  const { hostname, origin } = new URL(p.config.publicUrl)
  return { rpID: hostname, origin }
}

const kept = z.object({ id: z.string(), publicKey: z.string(), counter: z.number(), transports: z.array(z.string()).optional() })
/** A credential as text to be sealed, and back. */
export const stored = (of: WebAuthnCredential): string =>
  JSON.stringify({ ...of, publicKey: Buffer.from(of.publicKey).toString('base64url') } satisfies z.input<typeof kept>)
export function credentialOf(json: string): WebAuthnCredential {
  const { publicKey, ...rest } = kept.parse(JSON.parse(json))
  return { ...rest, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')) }
}

/** COSE numbers of EdDSA, ES256 and RS256: what authenticators have. */
const algorithms = [-8, -7, -257]

/** `alone`: the passkey opens by itself, so the device must find it without a name and check who holds it. `beside`: a password came before. */
export type Standing = 'alone' | 'beside'
const verification = { alone: 'required', beside: 'preferred' } as const

const userOf = (p: Platform, person: string) => p.vault.mark('passkey user', person)
const listed = (known: readonly WebAuthnCredential[]) => known.map(({ id, transports }) => ({ id, transports }))

/** What a browser needs to make a passkey; its challenge is to be remembered. `name` is what the authenticator lists it under. */
export const creationOptions = (
  p: Platform,
  of: { person: string; name: string; known: readonly WebAuthnCredential[]; standing: Standing },
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: p.site.name,
    rpID: partyOf(p).rpID,
    userName: of.name,
    userID: new TextEncoder().encode(userOf(p, of.person)),
    excludeCredentials: listed(of.known),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: {
      residentKey: of.standing === 'alone' ? 'required' : 'discouraged',
      userVerification: verification[of.standing],
    },
  })

/** What a browser needs to use a passkey: one of `known`, or whichever it has for this site. */
export const requestOptions = (
  p: Platform,
  standing: Standing,
  known: readonly WebAuthnCredential[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: partyOf(p).rpID,
    allowCredentials: listed(known),
    userVerification: verification[standing],
  })

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

/** The passkey that a browser made for this challenge. Undefined when it is not right. */
export async function madeFor(
  p: Platform,
  challenge: string,
  json: string,
  standing: Standing,
): Promise<WebAuthnCredential | undefined> {
  const response = read(made, json)
  if (!response) return undefined
  const { rpID, origin } = partyOf(p)
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: standing === 'alone',
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  return verified?.verified ? verified.registrationInfo.credential : undefined
}

/** The id of the passkey with which a browser answered. Undefined when it is no such answer. */
export const usedId = (json: string): string | undefined => read(given, json)?.id

/** The passkey of this person, counted on, when a browser answered the challenge with it. Undefined when the answer is not right. */
export async function usedFor(
  p: Platform,
  challenge: string,
  json: string,
  of: { person: string; credential: WebAuthnCredential; standing: Standing },
): Promise<WebAuthnCredential | undefined> {
  const response = read(given, json)
  if (!response || response.id !== of.credential.id) return undefined
  const { userHandle } = response.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== userOf(p, of.person)) return undefined
  const { rpID, origin } = partyOf(p)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: of.credential,
    requireUserVerification: of.standing === 'alone',
  }).catch(() => undefined)
  return verified?.verified ? { ...of.credential, counter: verified.authenticationInfo.newCounter } : undefined
}
