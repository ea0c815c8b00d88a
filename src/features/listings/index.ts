import { feature } from '../../platform/feature'

export const listings = feature({
  name: 'listings',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
})

export { ListingCardOf, type ListingCardOfProps, priceOf, townOf } from './card'
export { photoOf } from './picture'
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
