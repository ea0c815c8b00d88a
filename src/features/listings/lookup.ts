import { z } from 'zod'
import { disclose } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { type Typed, typedOf } from '../../platform/forms'
import { accuracies, geocoder, servicesOf } from '../places'
import type { Draft } from './draft'
import { changeDraft } from './queries'

/** A house that was looked up, as it lies sealed with its draft: what was asked, and what came of it. */
export const houseShape = z.object({
  street: z.string(),
  houseNumber: z.string(),
  postcode: z.string(),
  place: z.string(),
  found: z.object({ point: z.object({ lat: z.number(), lon: z.number() }), accuracy: z.enum(accuracies) }).nullable(),
})
export type House = z.output<typeof houseShape>

/** "41 bus 3" is asked as "41": nobody needs to know which room it is. */
const ofTheDoor = /^\d+(?:\s?[a-z](?![a-z]))?/i

/** The house that is meant by what was typed, not looked up yet. */
export const houseTyped = (typed: Typed): House => ({
  street: typedOf(typed, 'street').trim(),
  houseNumber: ofTheDoor.exec(typedOf(typed, 'houseNumber').trim())?.[0] ?? '',
  postcode: typedOf(typed, 'postcode').trim(),
  place: typedOf(typed, 'town').trim(),
  found: null,
})

/** What is known of the house that is typed now: nothing, once another one is typed than was looked up. */
export function knownOf(house: House | null | undefined, typed: Typed): House['found'] {
  const now = houseTyped(typed)
  const same = (['street', 'houseNumber', 'postcode', 'place'] as const).every((part) => house?.[part] === now[part])
  return same ? (house?.found ?? null) : null
}

/** Asks the registers of addresses that are on where the house of a draft stands, and keeps the answer with the draft. Whoever is asked stands
 *  in the person's ledger first. Holds nothing of the database meanwhile; their troubles are logged by name, and then less is known. */
export async function lookUp(p: Platform, draft: Draft): Promise<void> {
  const services = servicesOf(p.config)
  if (services.length === 0 || knownOf(draft.house, draft.typed)) return
  const spared = await p.limits.count('geocoder', draft.personId, 60, 86_400).then(
    () => false,
    () => true,
  )
  if (spared) return
  const place = { id: draft.id, person_id: draft.personId }
  const keys = await p.vault.keys(p.db, [draft.personId])
  const asked = houseTyped(draft.typed)
  const sealed = keys.seal('drafts', place, { house: JSON.stringify(asked) })
  await changeDraft(p.db, draft.id, sealed)
  const { house } = keys.bind('drafts', { ...place, ...sealed })
  const asking = services.map((service) => ({
    ...service,
    async ask() {
      const what = { 'address.draft': house }
      const told = await disclose(p, p.db, draft.personId, service.name, 'publishing', what)
      return service.ask(houseShape.parse(JSON.parse(told['address.draft'])))
    },
  }))
  const fix = await geocoder(asking, (vendor, trouble) => p.log('geocoder.trouble', { vendor, trouble })).find(asked)
  if (!fix || fix.source === 'offline') return
  const found: House = { ...asked, found: { point: fix.point, accuracy: fix.accuracy } }
  await changeDraft(p.db, draft.id, keys.seal('drafts', place, { house: JSON.stringify(found) }))
}
