import { type Language, locales } from '../../../std/words'
import { placeById } from '../../places'
import type { Advert } from '../queries'

const kinds = { kot: 'Room', studio: 'Apartment', apartment: 'Apartment' } as const

/** An advert for search engines, as schema.org writes it: only what its page says too, so neither house number nor exact point. */
export function structuredAdvert(
  advert: Pick<
    Advert,
    | 'kind'
    | 'title'
    | 'text'
    | 'language'
    | 'street'
    | 'postcode'
    | 'place_id'
    | 'region'
    | 'cell_lat'
    | 'cell_lon'
    | 'total'
    | 'size'
    | 'furnished'
    | 'available_from'
    | 'available_until'
    | 'published_at'
  >,
  { url, images, language }: { url: string; images: readonly string[]; language: Language },
): object {
  const { size, furnished, available_from: from, available_until: until } = advert
  return {
    '@context': 'https://schema.org',
    '@type': 'RealEstateListing',
    url,
    name: advert.title,
    description: advert.text,
    inLanguage: locales[advert.language],
    ...(advert.published_at ? { datePosted: advert.published_at.toISOString() } : {}),
    ...(images.length > 0 ? { image: images } : {}),
    mainEntity: {
      '@type': kinds[advert.kind],
      name: advert.title,
      ...(size ? { floorSize: { '@type': 'QuantitativeValue', value: size, unitCode: 'MTK' } } : {}),
      ...(furnished === null
        ? {}
        : { amenityFeature: { '@type': 'LocationFeatureSpecification', name: 'furnished', value: furnished } }),
      address: {
        '@type': 'PostalAddress',
        ...(advert.street ? { streetAddress: advert.street } : {}),
        ...(advert.postcode ? { postalCode: advert.postcode } : {}),
        addressLocality: placeById(advert.place_id)?.names[language] ?? advert.place_id,
        addressCountry: advert.region === 'NL' ? 'NL' : 'BE',
      },
      geo: { '@type': 'GeoCoordinates', latitude: advert.cell_lat, longitude: advert.cell_lon },
    },
    offers: {
      '@type': 'Offer',
      businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
      price: (advert.total / 100).toFixed(2),
      priceCurrency: 'EUR',
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price: (advert.total / 100).toFixed(2),
        priceCurrency: 'EUR',
        unitCode: 'MON',
      },
      ...(from ? { availabilityStarts: from } : {}),
      ...(until ? { availabilityEnds: until } : {}),
      url,
    },
  }
}
