// For the tests of this feature and of later ones: an advert to reply to, and a reply to it.
import type { TestSite } from '../../app/testing'
import type { SignedUp } from '../accounts/testing'
import { type ListingContent, placeListing } from '../listings'
import { threadAbout } from './queries/threads'

const content: ListingContent = {
  kind: 'kot',
  language: 'nl',
  title: 'Lichte kamer met zicht op de Dijle',
  text: 'Rustig huis met vier studenten.',
  place: 'leuven',
  postcode: '3000',
  street: 'Naamsestraat',
  houseNumber: '12',
  point: { lat: 50.8762, lon: 4.7005 },
  accuracy: 'address',
  rent: 45_000,
  chargesMode: 'included',
  charges: null,
  chargesCover: [],
  deposit: 90_000,
  size: 16,
  availableFrom: null,
  availableUntil: null,
  leaseMinMonths: null,
  leaseMaxMonths: null,
  furnished: true,
  kitchen: 'shared',
  bath: 'shared',
  toilet: 'shared',
  internet: 'included',
  domicile: 'no',
  energyLabel: null,
  epcScore: null,
  epcCode: null,
  phone: '+32470123456',
  inFeed: true,
}

/** A published advert of this person, or of nobody. */
export const advertOf = (
  site: TestSite,
  person: string | null,
  change: Partial<ListingContent> = {},
): Promise<{ id: string; publicId: string }> =>
  site.p.db.transaction().execute((trx) => placeListing(site.p, trx, { ...content, ...change }, person))

/** Replies through the form. Answers the path of the thread. */
export async function replied(
  site: TestSite,
  seeker: SignedUp,
  advert: { id: string; publicId: string },
  text: string,
): Promise<string> {
  const answer = await seeker.visitor.post(`/nl/rooms/${advert.publicId}/reply`, { text })
  const thread = await threadAbout(site.p.db, advert.id, seeker.personId)
  if (answer.status !== 303 || !thread) throw new Error(`the reply was answered ${answer.status}: ${answer.text.slice(0, 400)}`)
  return `/nl/messages/${thread.public_id}`
}
