import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'
import { insertPasskey, passkeyByKey, passkeysOf, updatePasskey } from './queries/passkeys'
import { creationOptions, credentialOf, madeFor, stored, usedFor, usedId } from './webauthn'

/** A person's passkeys by the names they gave them, the oldest first. */
export async function ownPasskeys(p: Platform, db: Db, person: string) {
  const [rows, keys] = await Promise.all([passkeysOf(db, person), p.vault.keys(db, [person])])
  return rows.map((row) => {
    const { label, credential } = keys.bind('passkeys', row)
    return {
      id: row.id,
      label: label.open('account'),
      since: row.created_at,
      credential: credentialOf(credential.open('signIn')),
    }
  })
}

/** What a browser needs to make a passkey that signs in by itself. `name` is what the authenticator lists it under. */
export async function creation(p: Platform, db: Db, person: string, name: string) {
  const known = (await ownPasskeys(p, db, person)).map(({ credential }) => credential)
  return creationOptions(p, { person, name, known, standing: 'alone' })
}

/** Keeps a passkey that a browser made for this challenge, in the transaction of `db`. Answers whether it is right, and new. */
export async function keepPasskey(
  p: Platform,
  db: Db,
  made: { person: string; challenge: string; json: string; label: string },
): Promise<boolean> {
  const { person, label } = made
  const credential = await madeFor(p, made.challenge, made.json, 'alone')
  if (!credential) return false
  const keys = await p.vault.keysToSeal(db, person, ['service'])
  const row = { id: randomUUID(), person_id: person }
  return insertPasskey(db, {
    ...row,
    ...keys.seal('passkeys', row, { credential: stored(credential), label }),
    credential_key: p.vault.index('passkeys.credential_key', credential.id),
    created_at: p.clock.now(),
  })
}

/** Whose passkey answered this challenge. Undefined when it is nobody's, or the answer is not right. */
export async function passkeyOwner(
  p: Platform,
  db: Db,
  challenge: string,
  json: string,
): Promise<{ person: string; language: Language } | undefined> {
  const id = usedId(json)
  const row = id ? await passkeyByKey(db, p.vault.index('passkeys.credential_key', id)) : undefined
  if (!row) return undefined
  const person = row.person_id
  const credential = credentialOf((await p.vault.keys(db, [person])).bind('passkeys', row).credential.open('signIn'))
  const counted = await usedFor(p, challenge, json, { person, credential, standing: 'alone' })
  if (!counted) return undefined
  const keys = await p.vault.keysToSeal(db, person, ['service'])
  await updatePasskey(db, row.id, keys.seal('passkeys', row, { credential: stored(counted) }).credential)
  return { person, language: row.language }
}
