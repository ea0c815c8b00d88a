import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import type { RecipientName } from '../register'
import { erase } from './erase'
import { tellerOf, tellingById, tellJobName } from './tell'

/** Whether a program tells this recipient. */
export const tellsItself = (p: Platform, recipient: RecipientName): boolean => tellerOf(p, recipient) !== undefined

/** It has been told: the person reads when, and the address goes, with its key. */
export async function toldBy(
  p: Platform,
  by: 'program' | 'staff',
  { id, person_id, recipient, change }: { id: string; person_id: string; recipient: string; change: string },
) {
  await p.db.updateTable('told').set({ told_at: p.clock.now() }).where('id', '=', id).where('told_at', 'is', null).execute()
  await erase(p, person_id)
  p.log('recipient.told', { recipient, change, by })
}

/** Tells a company, again until it answers: for a day and a half. Then staff see to it. */
export const tellJob = (p: Platform): JobSpec => ({
  name: tellJobName,
  retries: 12,
  async work({ telling = '' }) {
    const row = await tellingById(p.db, telling)
    const teller = row && tellerOf(p, row.recipient)
    if (!row || !teller) return
    const { email: address } = (await p.vault.keys(p.db, [row.person_id])).bind('tellings', row)
    await teller(p, { change: row.change, person: row.person_id, address })
    await toldBy(p, 'program', row)
  },
})
