import { z } from 'zod'
import type { Vendor } from './geocoder'
import { type Access, get, type Hit, judge } from './vendor'

const text = z.string().nullish()
const Doc = z.object({
  straatnaam: text,
  huisnummer: z.coerce.string().nullish(),
  postcode: text,
  centroide_ll: z.string().regex(/^POINT\(\S+ \S+\)$/),
})
const Body = z.object({ response: z.object({ docs: z.array(z.unknown()) }) })

const hit = (raw: unknown): Hit[] => {
  const { data } = Doc.safeParse(raw)
  const [lon, lat] = data?.centroide_ll.slice('POINT('.length, -1).split(' ').map(Number) ?? [] // longitude first
  if (!data || lat === undefined || lon === undefined || !Number.isFinite(lat) || !Number.isFinite(lon)) return []
  return [{ point: { lat, lon }, streets: [data.straatnaam], houseNumber: data.huisnummer, postcode: data.postcode }]
}

const fields = 'type,straatnaam,huisnummer,postcode,centroide_ll'

/** PDOK Locatieserver: addresses and streets of the Netherlands, no key (api.pdok.nl). An unknown parameter is an error there. */
export const pdok = (access: Access): Vendor => ({
  name: 'pdok',
  regions: ['NL'],
  async ask(address) {
    const url = new URL('v3_1/free', access.base ?? 'https://api.pdok.nl/bzk/locatieserver/search/')
    const line = [address.street, address.houseNumber, address.postcode.replace(/\s/g, ''), address.place]
      .filter(Boolean)
      .join(' ')
    url.search = new URLSearchParams({ q: line, fq: 'type:(adres OR weg)', rows: '5', fl: fields }).toString()
    const got = await get(access, url, Body)
    return got.ok ? { ok: true, fix: judge(got.body.response.docs.flatMap(hit), address, 'pdok') } : got
  },
})
