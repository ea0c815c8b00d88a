import { createServer } from 'node:http'

/** What a geocoder may do to us: answer well, take its time, refuse, break, send us elsewhere, send a page instead of JSON, know nothing, or know too much. */
export type Mood = 'well' | 'slow' | 'busy' | 'down' | 'moved' | 'html' | 'empty' | 'odd'

/** Public buildings, as the three registers have them. */
const houses = [
  { street: 'Naamsestraat', fr: 'Rue de Namur', number: '22', postcode: '3000', town: 'Leuven', lat: 50.87788, lon: 4.70052 },
  { street: 'Wetstraat', fr: 'Rue de la Loi', number: '16', postcode: '1000', town: 'Brussel', lat: 50.8462, lon: 4.36663 },
  {
    street: 'Rue de Bruxelles',
    fr: 'Rue de Bruxelles',
    number: '61',
    postcode: '5000',
    town: 'Namur',
    lat: 50.46652,
    lon: 4.86131,
  },
  { street: 'Domplein', fr: null, number: '29', postcode: '3512JE', town: 'Utrecht', lat: 52.09048, lon: 5.12235 },
]
type House = (typeof houses)[number]

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')
const says = (asked: string, part: string) => plain(asked).includes(plain(part))

const geopunt = (house: House) => ({
  Municipality: house.town,
  Zipcode: house.postcode,
  Thoroughfarename: house.street,
  Housenumber: house.number,
  ID: 379977,
  FormattedAddress: `${house.street} ${house.number}, ${house.postcode} ${house.town}`,
  Location: { Lat_WGS84: house.lat, Lon_WGS84: house.lon, X_Lambert72: 219009.14, Y_Lambert72: 187317.72 },
  LocationType: 'crab_huisnummer_afgeleidVanGebouw',
})

const best = (house: House) => ({
  id: `BE.BRUSSELS.BRIC.ADM.ADDR/${house.postcode}`,
  houseNumber: house.number,
  hasStreetName: { name: { nl: house.street, ...(house.fr && { fr: house.fr }) } },
  hasMunicipality: { name: { nl: house.town } },
  hasPostalInfo: { postCode: house.postcode },
  addressPosition: { wgs84: { lat: house.lat, long: house.lon }, lambert72: { x: 149_000, y: 170_000 } },
})

const pdok = (house: House) => ({
  id: 'adr-1',
  type: 'adres',
  weergavenaam: `${house.street} ${house.number}, ${house.postcode} ${house.town}`,
  score: 12.3,
  straatnaam: house.street,
  huisnummer: Number(house.number),
  postcode: house.postcode,
  woonplaatsnaam: house.town,
  centroide_ll: `POINT(${house.lon} ${house.lat})`,
})

const wrap = {
  geopunt: (items: unknown[]) => ({ LocationResult: items }),
  best: (items: unknown[]) => ({ items, self: 'https://example.org' }),
  pdok: (items: unknown[]) => ({
    response: { numFound: items.length, start: 0, maxScore: 12.3, numFoundExact: true, docs: items },
  }),
}

type Vendor = keyof typeof wrap
const pdokKnows = new Set(['q', 'fq', 'rows', 'fl', 'start', 'lat', 'lon', 'qf', 'bq', 'df', 'wt', 'sort'])

function found(vendor: Vendor, query: URLSearchParams): unknown[] {
  const q = query.get('q') ?? ''
  if (vendor === 'best') {
    const street = query.get('streetName') ?? ''
    const inStreet = houses.filter(
      (h) => h.postcode === query.get('postCode') && (says(street, h.street) || (h.fr && says(street, h.fr))),
    )
    return inStreet.filter((house) => !query.has('houseNumber') || house.number === query.get('houseNumber')).map(best)
  }
  const dutch = (house: House) => /[A-Z]$/.test(house.postcode)
  const hits = houses.filter(
    (house) => dutch(house) === (vendor === 'pdok') && (says(q, house.street) || (house.fr && says(q, house.fr))),
  )
  return hits.map((house) => (vendor === 'pdok' ? pdok(house) : geopunt(house)))
}

const oddities = [null, 'text', { Location: null, addressPosition: {}, centroide_ll: 'POLYGON((1 2))' }]

/** Starts the three on a free port of loopback. Each has its own base URL; the mood holds for all until it is changed. */
export async function startGeocoders() {
  let mood: Mood = 'well'
  const asked: { vendor: Vendor; query: Record<string, string> }[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const vendor = (['geopunt', 'best', 'pdok'] as const).find((name) => url.pathname.startsWith(`/${name}/`))
    const send = (status: number, body: string, type = 'application/json') => {
      response.writeHead(status, { 'content-type': type })
      response.end(body)
    }
    if (!vendor) return send(404, '{}')
    asked.push({ vendor, query: Object.fromEntries(url.searchParams) })
    if (vendor === 'pdok' && [...url.searchParams.keys()].some((name) => !pdokKnows.has(name)))
      return send(400, '{"error":"parameter"}')
    if (mood === 'slow') return // until the other side has had enough
    if (mood === 'busy') return send(429, '<html>Too many requests</html>', 'text/html')
    if (mood === 'down') return send(503, '<html>Service unavailable</html>', 'text/html')
    if (mood === 'moved') return response.writeHead(302, { location: `/elsewhere${url.search}` }).end()
    if (mood === 'html') return send(200, '<!doctype html><title>Maintenance</title>', 'text/html')
    const items = mood === 'empty' ? [] : found(vendor, url.searchParams)
    send(200, JSON.stringify(wrap[vendor](mood === 'odd' ? [...oddities, ...items] : items)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const base = (vendor: Vendor) => `http://127.0.0.1:${port}/${vendor}/`
  return {
    urls: { geopunt: base('geopunt'), best: base('best'), pdok: base('pdok') },
    asked,
    be(next: Mood) {
      mood = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((stopped) => server.close(stopped))
    },
  }
}
