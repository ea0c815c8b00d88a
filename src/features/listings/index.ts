import { feature } from '../../platform/feature'

export const listings = feature({
  name: 'listings',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
})

export { ListingCardOf, type ListingCardOfProps, priceOf, townOf } from './card'
export type { Cover, EnergyLabel, ListingContent } from './content'
export { encodePhoto } from './photos/encode'
export { storePhoto } from './photos/store'
export { photoOf } from './picture'
export { type Placing, placeListing } from './place'
export {
  type FirstPhoto,
  firstPhotos,
  isSpotlit,
  type ListingSummary,
  mayBePublic,
  type PublicFacts,
  publicListings,
  summaryColumns,
} from './public'
export { mayShowPhone, newPublicId } from './rules'
