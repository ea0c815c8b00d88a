import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { creationOptions, credentialOf, madeFor, requestOptions, stored, usedFor, usedId } from '../accounts'
import { insertPasskey, passkeysOf, updatePasskey } from './queries'

/** The passkeys of a member of staff, opened to let them in. */
async function opened(p: Platform, db: Db, person: string) {
  const rows = await passkeysOf(db, person)
  const keys = await p.vault.keys(db, [person])
  return rows.map((row) => ({ row, credential: credentialOf(keys.bind('staff_passkeys', row).credential.open('staffAccess')) }))
}

/** What a browser needs to make a second factor; its challenge is to be remembered. `name` is what the authenticator lists it under. */
export async function creation(p: Platform, db: Db, person: string, name: string) {
  const known = (await opened(p, db, person)).map(({ credential }) => credential)
  return creationOptions(p, { person, name, known, standing: 'beside' })
}

/** What a browser needs to use one of the person's passkeys. Undefined when there are none. */
export async function request(p: Platform, db: Db, person: string) {
  const known = (await opened(p, db, person)).map(({ credential }) => credential)
  return known.length > 0 ? requestOptions(p, 'beside', known) : undefined
}

/** Keeps a passkey that a browser made for this challenge. Answers whether it is right. */
export async function addPasskey(p: Platform, db: Db, person: string, challenge: string, json: string): Promise<boolean> {
  const credential = await madeFor(p, challenge, json, 'beside')
  if (!credential) return false
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id: randomUUID(), person_id: person }
  return insertPasskey(db, {
    ...row,
    ...keys.seal('staff_passkeys', row, { credential: stored(credential) }),
    credential_key: p.vault.index('staff_passkeys.credential_key', credential.id),
    created_at: p.clock.now(),
  })
}

/** Whether a browser answered this challenge with a passkey of the person. */
export async function provePasskey(p: Platform, db: Db, person: string, challenge: string, json: string): Promise<boolean> {
  const id = usedId(json)
  const own = (await opened(p, db, person)).find(({ credential }) => credential.id === id)
  const counted = own && (await usedFor(p, challenge, json, { person, credential: own.credential, standing: 'beside' }))
  if (!own || !counted) return false
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  await updatePasskey(db, own.row.id, keys.seal('staff_passkeys', own.row, { credential: stored(counted) }).credential)
  return true
}
