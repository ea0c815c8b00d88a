// For the tests of this feature and of later ones: an advert as Bart would place it.
import type { TestSite } from '../../app/testing'
import type { ListingContent } from './content'
import { sayAdvertiser } from './evidence/advertiser'
import { type Placing, placeListing } from './place'

export const aRoom: ListingContent = {
  kind: 'kot',
  language: 'nl',
  title: 'Lichte kamer met balkon',
  text: 'Ruime kamer onder het dak, met een bureau aan het raam en een stille tuin erachter.',
  place: 'leuven',
  postcode: '3000',
  street: 'Naamsestraat',
  houseNumber: '96',
  point: { lat: 50.8737, lon: 4.7002 },
  accuracy: 'address',
  rent: 450_00,
  chargesMode: 'fixed',
  charges: 60_00,
  chargesCover: ['water', 'internet'],
  deposit: 900_00,
  size: 18,
  availableFrom: '2027-02-01',
  availableUntil: null,
  leaseMinMonths: 10,
  leaseMaxMonths: 12,
  furnished: true,
  kitchen: 'shared',
  bath: 'own',
  toilet: 'shared',
  internet: 'included',
  domicile: 'no',
  energyLabel: 'B',
  epcScore: 180,
  epcCode: '20260101-0001234567-RES-1',
  answers: { lease: 'student' },
  phone: '+32470123456',
  inFeed: true,
}

/** Places an advert of this person, who said to be a private one, or of nobody, through the verb that the wizard uses. */
export const placed = (site: TestSite, person: string | null, over: Partial<ListingContent> = {}, placing?: Placing) =>
  site.p.db.transaction().execute(async (trx) => {
    if (person) await sayAdvertiser(site.p, trx, person, { kind: 'private', companyNumber: null })
    return placeListing(site.p, trx, { ...aRoom, ...over }, person, placing)
  })
