import type { Config, GeocoderName } from '../../../platform/config'
import type { Site } from '../../../platform/site'
import { best } from './best'
import type { Vendor } from './geocoder'
import { geopunt } from './geopunt'
import { pdok } from './pdok'
import type { Fetch } from './vendor'

const services = { geopunt, best, pdok }

/** Somebody waits for the answer, and two are asked at most. */
const patience = 2_500 // milliseconds

export type Service = Vendor & { readonly name: GeocoderName }

/** The registers of addresses that are on, in the order in which they are asked. */
export const servicesOf = ({ geocoders }: Pick<Config, 'geocoders'>, fetch: Fetch = globalThis.fetch): Service[] =>
  geocoders.map(({ name, ...base }) => ({ ...services[name]({ fetch, ...base, milliseconds: patience }), name }))

/** Who runs each, and the country where: public bodies, which decide for themselves what they keep of a question. */
const companies: Record<GeocoderName, { name: string; place: string }> = {
  geopunt: { name: 'Digitaal Vlaanderen', place: 'BE' },
  best: { name: 'BOSA', place: 'BE' },
  pdok: { name: 'Kadaster', place: 'NL' },
}

/** A site with the registers of addresses among its recipients that are on, and no other: what its statement says of them is then so. */
export function withServices(site: Site, { geocoders }: Pick<Config, 'geocoders'>): Site {
  const { geopunt: _g, best: _b, pdok: _p, ...others } = site.recipients
  const on = geocoders.map(({ name }) => [name, site.recipients[name] ?? companies[name]])
  return { ...site, recipients: { ...others, ...Object.fromEntries(on) } }
}
