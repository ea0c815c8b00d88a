import { z } from 'zod'
import type { Vendor } from './geocoder'
import { type Access, get, type Hit, judge } from './vendor'

const text = z.string().nullish()
const Location = z.object({
  Zipcode: text,
  Thoroughfarename: text,
  Housenumber: text,
  Location: z.object({ Lat_WGS84: z.number(), Lon_WGS84: z.number() }),
})
const Body = z.object({ LocationResult: z.array(z.unknown()) })

const hit = (raw: unknown): Hit[] => {
  const { data } = Location.safeParse(raw)
  if (!data) return []
  const { Lat_WGS84: lat, Lon_WGS84: lon } = data.Location
  return [{ point: { lat, lon }, streets: [data.Thoroughfarename], houseNumber: data.Housenumber, postcode: data.Zipcode }]
}

/** Geopunt of Digitaal Vlaanderen: addresses of Flanders and Brussels, no key (geo.api.vlaanderen.be/geolocation/v4). */
export const geopunt = (access: Access): Vendor => ({
  name: 'geopunt',
  regions: ['BE-VLG', 'BE-BRU'],
  async ask(address) {
    const url = new URL('v4/Location', access.base ?? 'https://geo.api.vlaanderen.be/geolocation/')
    const line = [address.street, address.houseNumber].filter(Boolean).join(' ')
    url.search = new URLSearchParams({ q: `${line}, ${address.postcode} ${address.place}`, c: '5' }).toString()
    const got = await get(access, url, Body)
    return got.ok ? { ok: true, fix: judge(got.body.LocationResult.flatMap(hit), address, 'geopunt') } : got
  },
})
