import { randomUUID } from 'node:crypto'
import { disclose } from '../../platform/egress'
import type { Feature, Platform, Telling } from '../../platform/feature'
import { mauticOf, numbersOf } from './client'
import { contactOf, contactsNumbered, insertTelling, tellingOf } from './queries'
import { agree, purpose } from './sync'

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

async function numbersFor(p: Platform, { person, address }: Telling): Promise<string[]> {
  const row = await tellingOf(p.db, person)
  const number = row && (await p.vault.keys(p.db, [person])).bind('campaign_tellings', row).number?.open('requests')
  return numbersOf(p, { number, at: row?.at ?? new Date(0) }, async () => {
    const told = await disclose(p, p.db, person, 'campaigns', 'rights', { 'email.telling': address })
    return told['email.telling']
  })
}

/** Whoever of ours is known under this number is known as they are now. */
async function agreeOn(p: Platform, number: string): Promise<void> {
  for (const { person_id } of await contactsNumbered(p.db, [p.vault.index('campaign_contacts.number_key', number)]))
    await agree(p, person_id)
}

export const tellsLater: NonNullable<Feature['tellsLater']> = {
  campaigns: async (p, telling) => {
    const mautic = mauticOf(p)
    for (const number of await numbersFor(p, telling)) {
      if (telling.change === 'erased') await mautic.remove(number)
      else if (telling.change === 'restricted') await mautic.rest(number)
      else {
        // Who took their yes back meanwhile is erased now, and gets no mail before that.
        await agreeOn(p, number)
        if (telling.change === 'lifted') await mautic.goOn(number)
      }
    }
  },
}

export const tellsTakenBack: NonNullable<Feature['tellsTakenBack']> = {
  campaigns: async (p, taken) => {
    if (taken.purpose === purpose && taken.person) await agree(p, taken.person)
  },
}
