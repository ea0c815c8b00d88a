import type { Context } from 'hono'
import { disclose } from '../../../platform/egress'
import type { Env } from '../../../platform/http'
import { renderMail } from '../../../platform/mail/render'
import { erase, type Receipt } from '../../../privacy'
import { dateIn, dayIn, listIn } from '../../../std/written'
import { accountsOf } from '../../accounts'
import { itemsSaid } from '../../your-data'
import { words } from '../words'
import type { Row } from './request-page'

/** Erases everybody that a request is for, and says so to who asked. The address is opened before the keys go, and the letter is sent after the commit, from
 *  memory: it says only what happened, and nothing of it is stored. The request goes too; what stays is the ledger of erasures. */
export async function eraseAtRequest(c: Context<Env>, row: Row, people: readonly string[]): Promise<void> {
  const { p } = c.var
  const { language } = row
  const { email } = (await p.vault.keys(p.db, [row.person_id])).bind('requests', row)
  const account = (await accountsOf(p, p.db, [row.person_id])).get(row.person_id)
  const told = email
    ? (await disclose(p, p.db, row.person_id, 'mail', 'rights', { 'email.request': email }))['email.request']
    : account && (await disclose(p, p.db, row.person_id, 'mail', 'rights', { 'email.account': account.email }))['email.account']
  const receipts: Receipt[] = []
  for (const person of people) receipts.push(await erase(p, person))
  p.log('requests.erased', { people: people.length })
  const to = email ?? account?.email
  if (!to || !told) return
  const text = words(language).mails.erased
  const said = (lines: readonly { holding: Receipt['kept'][number]['holding'] }[]) =>
    listIn(
      itemsSaid(
        language,
        lines.map(({ holding }) => holding),
      ).map((name) => name.toLocaleLowerCase(language)),
      language,
    )
  const kept = receipts.flatMap((receipt) => receipt.kept)
  const until = kept
    .map((line) => line.until)
    .toSorted()
    .at(-1)
  const letter = renderMail(p.site.name, {
    to,
    language,
    subject: text.subject(p.site.name),
    paragraphs: [
      text.done(dateIn(row.created_at, language)),
      text.erased(said(receipts.flatMap((receipt) => receipt.erased))),
      until ? text.kept(said(kept), dayIn(until, language)) : text.keptNothing,
    ],
  })
  await p.mail.transport.send({ to: told, from: p.config.mailFrom ?? p.site.controller.email, ...letter }).catch(() => {
    p.log('mail.farewell_lost')
  })
}
