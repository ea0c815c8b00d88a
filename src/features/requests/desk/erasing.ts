import type { Context } from 'hono'
import type { Env } from '../../../platform/http'
import type { MailTemplate } from '../../../platform/mail'
import { eraseIn, farewellOf, farewellSent, type Receipt, sayFarewell } from '../../../privacy'
import { dateIn } from '../../../std/written'
import { accountsOf } from '../../accounts'
import { receiptSaid } from '../../your-data'
import { words } from '../words'
import type { Row } from './request-page'

/** Erases everybody that a request is for, and queues the receipt for who asked. The request goes too; what stays is the ledger of erasures. */
export async function eraseAtRequest(c: Context<Env>, row: Row, people: readonly string[]): Promise<void> {
  const { p } = c.var
  const done = await p.db.transaction().execute(async (trx) => {
    const { email } = (await p.vault.keys(trx, [row.person_id])).bind('requests', row)
    const account = (await accountsOf(p, trx, [row.person_id])).get(row.person_id)
    const address = (email ?? account?.email)?.open('rights')
    const receipts: Receipt[] = []
    const after: (() => Promise<void>)[] = []
    for (const person of people.toSorted()) {
      const one = await eraseIn(p, trx, person)
      receipts.push(one.receipt)
      after.push(one.after)
    }
    if (address)
      await sayFarewell(p, trx, {
        address,
        mail: 'requests.erased',
        language: row.language,
        asked: row.created_at.toISOString(),
        erased: receipts.flatMap(({ erased }) => erased),
        kept: receipts.flatMap(({ kept }) => kept),
        told: [...new Set(receipts.flatMap(({ told }) => told))],
      })
    return after
  })
  for (const after of done) await after()
  p.log('requests.erased', { people: people.length })
}

/** The last letter to who had their data erased by staff. */
export const erasedMail: MailTemplate = async (p, db, person, { farewell: id = '' }) => {
  const found = await farewellOf(p, db, person, id)
  if (!found) return undefined
  const { language, asked = '' } = found.letter
  const text = words(language).mails.erased
  const said = receiptSaid(found.letter)
  return {
    to: found.to,
    purpose: 'rights',
    language,
    subject: text.subject(p.site.name),
    paragraphs: [
      text.done(dateIn(new Date(asked), language)),
      text.erased(said.erased),
      said.kept ? text.kept(said.kept.list, said.kept.until) : text.keptNothing,
      ...(said.alone ? [said.alone] : []),
      ...(said.told ? [said.told] : []),
      text.address,
    ],
    sent: () => farewellSent(p, person),
  }
}
