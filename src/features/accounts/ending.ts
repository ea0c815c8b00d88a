import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { eraseIn, type Receipt, sayFarewell } from '../../privacy'
import { accountsOf } from './account'

/** Ends the account of a person in the transaction of `db`: erases all of theirs, and queues the receipt for the address that it had, whoever or whatever ended
 *  it. Answers the receipt, and what to do once the transaction is committed. */
export async function endAccountIn(p: Platform, db: Db, person: string): Promise<{ receipt: Receipt; after(): Promise<void> }> {
  const account = (await accountsOf(p, db, [person])).get(person)
  const address = account?.email.open('rights')
  const { receipt, after } = await eraseIn(p, db, person)
  if (!account || !address) return { receipt, after }
  const { language } = account
  const kept = await sayFarewell(p, db, { address, mail: 'your-data.farewell', language, ...receipt })
  return { receipt: { ...receipt, kept: [...receipt.kept, ...kept] }, after }
}
