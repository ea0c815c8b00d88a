// What must not compile. `npm run types` checks this file: a directive whose mistake compiles after all is an error there.
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type Database,
  type HoldingName,
  holdings,
  type Sealed,
  sealed,
  table,
  technical,
  text,
  unsealed,
  uuid,
} from '../register'
import type { Db } from './db'
import { disclose } from './egress'
import type { Platform } from './feature'
import type { Held, Keyring } from './vault'

const an = 'person'
type Row = { id: string; person_id: string; email: Sealed<'email.account'>; first_name: Sealed<'firstName.account'> }

/** Never run: it stands here to be compiled. */
async function mistakes(
  db: Db,
  p: Pick<Platform, 'site' | 'clock'>,
  keys: Keyring,
  row: Row,
  pending: Held<'email.pending'>,
  message: Held<'message.thread'>,
) {
  const bound = keys.bind('accounts', row)
  bound.email.open('signIn')
  await disclose(p, db, an, 'mail', 'serviceMail', { 'email.account': bound.email })
  await disclose(p, db, an, 'advertiser', 'messaging', { 'message.thread': message, 'firstName.account': bound.first_name })

  // @ts-expect-error a pending address is not held for signing in
  pending.open('signIn')
  // @ts-expect-error the mail service does not receive messages
  await disclose(p, db, an, 'mail', 'serviceMail', { 'message.thread': message })
  // @ts-expect-error the mail service is not there for messaging
  await disclose(p, db, an, 'mail', 'messaging', { 'email.account': bound.email })
  // @ts-expect-error a first name is not an e-mail address
  await disclose(p, db, an, 'mail', 'serviceMail', { 'email.account': bound.first_name })
  // @ts-expect-error no such recipient
  await disclose(p, db, an, 'advertisingNetwork', 'serviceMail', { 'email.account': bound.email })
  // @ts-expect-error a sealed value is not text
  const readable: string = row.email
  // @ts-expect-error nor is a held one
  const alsoReadable: string = bound.email
  // @ts-expect-error nothing readable goes into a sealed column
  await db.updateTable('accounts').set({ email: 'an@example.org' }).execute()
  // @ts-expect-error nor the seal of another column
  await db.updateTable('accounts').set({ email: row.first_name }).execute()
  // @ts-expect-error a table has no such sealed column
  keys.seal('accounts', row, { shoe_size: '43' })
  // @ts-expect-error a published column is not sealed
  keys.seal('listings', { id: '1', person_id: an }, { title: 'Kot' })
  // @ts-expect-error a row without its person cannot be bound
  keys.bind('accounts', { id: row.id, email: row.email })
  return [readable, alsoReadable]
}

// @ts-expect-error personal columns need a subject
table({ feature: 'x', columns: { id: technical(uuid), first_name: sealed('firstName.account') } })
// @ts-expect-error the subject must be a column
table({ feature: 'x', subject: 'owner', columns: { id: technical(uuid), first_name: sealed('firstName.account') } })
// @ts-expect-error sealed columns need one person under whose keys they lie
table({
  feature: 'x',
  unlinks: ['person_id'],
  columns: { id: technical(uuid), person_id: technical(uuid), first_name: sealed('firstName.account') },
})
// @ts-expect-error sealed values can be led back to a person
table({ feature: 'x', unlinkable: true, columns: { id: technical(uuid), first_name: sealed('firstName.account') } })
// @ts-expect-error a table belongs to a feature
table({ columns: { id: technical(uuid) } })
// @ts-expect-error no such holding
sealed('shoeSize.account')
// @ts-expect-error no such holding
unsealed('shoeSize.account', text)
// @ts-expect-error a holding without a purpose
holdings({ 'phone.advert': { for: [], keep: { until: 'accountEnds' }, keys: 'service' } })
// @ts-expect-error a holding without a term
holdings({ 'phone.advert': { for: ['contact'], keys: 'service' } })
// @ts-expect-error a holding for a purpose that is not declared
holdings({ 'phone.advert': { for: ['curiosity'], keep: { until: 'accountEnds' }, keys: 'service' } })
// @ts-expect-error a holding under a class of keys that people do not have
holdings({ 'phone.advert': { for: ['contact'], keep: { until: 'accountEnds' }, keys: 'forever' } })

describe('G1 G4: what the compiler forbids', () => {
  test('the database type comes from the register', () => {
    expectTypeOf<Database['accounts']['email']['__select__']>().toEqualTypeOf<Sealed<'email.account'>>()
    expectTypeOf<HoldingName>().toExtend<string>()
    expect(mistakes).toBeTypeOf('function')
  })
})
