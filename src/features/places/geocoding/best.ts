import { z } from 'zod'
import type { Vendor } from './geocoder'
import { type Access, get, type Hit, judge } from './vendor'

const text = z.string().nullish()
const Item = z.object({
  houseNumber: z.coerce.string().nullish(),
  hasStreetName: z.object({ name: z.object({ nl: text, fr: text, de: text }) }),
  hasPostalInfo: z.object({ postCode: z.coerce.string() }).nullish(),
  addressPosition: z.object({ wgs84: z.object({ lat: z.number(), long: z.number() }) }),
})
const Body = z.object({ items: z.array(z.unknown()) })

const hit = (raw: unknown): Hit[] => {
  const { data } = Item.safeParse(raw)
  if (!data) return []
  const { lat, long: lon } = data.addressPosition.wgs84
  const { nl, fr, de } = data.hasStreetName.name
  return [{ point: { lat, lon }, streets: [nl, fr, de], houseNumber: data.houseNumber, postcode: data.hasPostalInfo?.postCode }]
}

/** BeSt, the federal register of addresses: all of Belgium, street names in each language, no key (best.pr.fedservices.be). */
export const best = (access: Access): Vendor => ({
  name: 'best',
  regions: ['BE-VLG', 'BE-BRU', 'BE-WAL'],
  async ask(address) {
    const url = new URL('v2/addresses', access.base ?? 'https://best.pr.fedservices.be/api/opendata/best/v1/belgianAddress/')
    const number = /\d+/.exec(address.houseNumber ?? '')?.[0]
    url.search = new URLSearchParams({
      postCode: /\d+/.exec(address.postcode)?.[0] ?? '',
      streetName: address.street,
      ...(number && { houseNumber: number }),
      status: 'current',
      pageSize: '5',
    }).toString()
    const got = await get(access, url, Body)
    return got.ok ? { ok: true, fix: judge(got.body.items.flatMap(hit), address, 'best') } : got
  },
})
