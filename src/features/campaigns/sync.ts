import { randomUUID } from 'node:crypto'
import { minutes } from '../../platform/clock'
import { saidYesTo } from '../../platform/consent'
import { isTaken } from '../../platform/db'
import { disclose, disclosing } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { Refusal } from '../../platform/http'
import { Stopped } from '../../platform/vault'
import { accountsOf } from '../accounts'
import { mauticOf, numbersOf } from './client'
import { MauticTrouble } from './mautic'
import { contactOf, deleteContact, giveTurnBack, noteGiven, numberContact, type Turn, takeTurn } from './queries'

export const purpose = 'commercialMail'
export const syncJobName = 'campaigns.sync'

/** Longer than it takes to hear that it does not answer, however often it is asked for one person. */
const longest = minutes(10)
const turnNow = ({ clock }: Platform): Turn => {
  const now = clock.now()
  return { now, until: new Date(now.getTime() + longest) }
}

/** Takes the turn: what it may know of a person, written down for them, with the row of it, in which `number` is null until it answers. Throws Stopped, a refusal
 *  (404) for who has ended, and MauticTrouble while somebody else has the turn: then nothing is written down. */
const give = (p: Platform, person: string, turn: Turn) =>
  disclosing(p.db, async (trx) => {
    const keys = await p.vault.keysToSeal(trx, person, ['service'])
    const account = (await accountsOf(p, trx, [person], keys)).get(person)
    if (!account) return undefined
    const said = await disclose(p, trx, person, 'campaigns', purpose, {
      'email.account': account.email,
      'firstName.account': account.firstName,
    })
    const row = await noteGiven(trx, { id: randomUUID(), person_id: person }, turn)
    if (!row) throw new MauticTrouble('mautic_engaged')
    const known = keys.bind('campaign_contacts', row).number?.open('requests')
    return { row, known, email: said['email.account'], firstName: said['firstName.account'] }
  })

/** Keeps the number it gave, if the person is still here. */
async function keepNumber(p: Platform, { id, person_id }: { id: string; person_id: string }, number: string): Promise<void> {
  const number_key = p.vault.index('campaign_contacts.number_key', number)
  await p.db.transaction().execute(async (trx) => {
    const keys = await p.vault.keysToSeal(trx, person_id, ['service'])
    const sealed = keys.seal('campaign_contacts', { id, person_id }, { number })
    await numberContact(trx, id, { number: sealed.number, number_key })
  })
}

/** Does something in a turn that was taken, and gives it back. */
const inTurn = (p: Platform, person: string, turn: Turn, act: () => Promise<void>): Promise<void> =>
  act().finally(() => giveTurnBack(p.db, person, turn))

async function put(p: Platform, person: string, turn: Turn): Promise<void> {
  const { told, takeBack } = await give(p, person, turn)
  if (!told) return
  const { row, known, ...contact } = told
  await inTurn(p, person, turn, async () => {
    const number = await mauticOf(p)
      .put(known, contact)
      .catch(async (error: unknown) => {
        if (error instanceof MauticTrouble && (error.code === 'mautic_down' || error.code === 'mautic_refused')) await takeBack()
        throw error
      })
    if (number === known) return
    try {
      await keepNumber(p, row, number)
    } catch (error) {
      // Whose address this was has another by now, and it is told of that: until then it takes the two for one.
      if (isTaken(error, 'campaign_contacts_number')) throw new MauticTrouble('mautic_unclear')
      if (error instanceof Refusal) await mauticOf(p).remove(number)
      else throw error
    }
  })
}

/** Erases there who did not say yes, or no more. */
async function remove(p: Platform, person: string, turn: Turn): Promise<void> {
  const row = await takeTurn(p.db, person, turn)
  if (!row) {
    if (await contactOf(p.db, person)) throw new MauticTrouble('mautic_engaged')
    return
  }
  await inTurn(p, person, turn, async () => {
    const keys = await p.vault.keys(p.db, [person])
    const number = keys.bind('campaign_contacts', row).number?.open('requests')
    const numbers = await numbersOf(p, { number, at: row.at }, async () => {
      const email = (await accountsOf(p, p.db, [person], keys)).get(person)?.email
      return email && (await disclose(p, p.db, person, 'campaigns', 'rights', { 'email.account': email }))['email.account']
    })
    for (const one of numbers) await mauticOf(p).remove(one)
    await deleteContact(p.db, row.id, turn)
  })
}

/** Makes what Mautic knows of a person what it may know now: everything that changes that comes here, in turn, and nothing of the database is held while Mautic is
 *  asked. Throws MauticTrouble, to be tried again. */
export async function agree(p: Platform, person: string): Promise<void> {
  const turn = turnNow(p)
  try {
    await put(p, person, turn)
  } catch (error) {
    if (error instanceof Stopped && error.because === 'consent') {
      // What was said yes to has grown since: it stays as it is until that is asked again.
      if (!(await saidYesTo(p.db, person)).includes(purpose)) await remove(p, person, turn)
    }
    // Who has ended is told of by that ending; who may only be stored, by that restriction.
    else if (!(error instanceof Stopped || error instanceof Refusal)) throw error
  }
}
