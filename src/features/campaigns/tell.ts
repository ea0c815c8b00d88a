import { randomUUID } from 'node:crypto'
import { disclose } from '../../platform/egress'
import type { Feature, Platform, Telling } from '../../platform/feature'
import { MauticTrouble } from './mautic'
import { contactOf, contactsNumbered, insertTelling, tellingOf } from './queries'
import { agree, mauticOf, purpose, settled } from './sync'

/** Keeps the number beside the address, for as long as that takes. */
export const keepsToTell: NonNullable<Feature['keepsToTell']> = {
  campaigns: async (p, db, { person, keeper, keys }) => {
    const row = await contactOf(db, person)
    const number = row && (await p.vault.keys(db, [person])).bind('campaign_contacts', row).number
    const place = { id: randomUUID(), person_id: keeper }
    const sealed = keys.seal('campaign_tellings', place, { number: number?.open('requests') ?? null })
    await insertTelling(db, { ...place, ...sealed, at: p.clock.now() })
  },
}

/** By number; without one, by address: not before what may have been on its way there has arrived. */
async function numbersOf(p: Platform, { person, address }: Telling): Promise<string[]> {
  const row = await tellingOf(p.db, person)
  const known = row && (await p.vault.keys(p.db, [person])).bind('campaign_tellings', row).number?.open('requests')
  if (known) return [known]
  if (row && p.clock.now().getTime() - row.at.getTime() < settled) throw new MauticTrouble('mautic_unclear')
  const told = await disclose(p, p.db, person, 'campaigns', 'rights', { 'email.telling': address })
  return mauticOf(p).find(told['email.telling'])
}

/** Whoever of ours is known under this number is known as they are now. */
async function agreeOn(p: Platform, number: string): Promise<void> {
  for (const { person_id } of await contactsNumbered(p.db, [p.vault.index('campaign_contacts.number_key', number)]))
    await agree(p, person_id)
}

export const tellsLater: NonNullable<Feature['tellsLater']> = {
  campaigns: async (p, telling) => {
    const mautic = mauticOf(p)
    for (const number of await numbersOf(p, telling)) {
      if (telling.change === 'erased') await mautic.remove(number)
      else if (telling.change === 'restricted') await mautic.rest(number)
      else {
        if (telling.change === 'lifted') await mautic.goOn(number)
        await agreeOn(p, number)
      }
    }
  },
}

export const tellsTakenBack: NonNullable<Feature['tellsTakenBack']> = {
  campaigns: async (p, taken) => {
    if (taken.purpose === purpose && taken.person) await agree(p, taken.person)
  },
}
