// A market of any size, as SQL: adverts spread over the student towns like a real market, with prices, sizes and texts that vary as they do.
// Nothing in it is sealed, since nothing sealed is ever searched.
import { placeById, regionOf, studentTowns } from '../src/features/places'

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Each town is as large as its rank says (Zipf): the first ten have about half of all rooms. */
function towns(): string {
  let below = 0
  const places = studentTowns.flatMap((id) => placeById(id) ?? [])
  const all = places.reduce((sum, _, rank) => sum + 1 / (rank + 3), 0)
  return places
    .map((place, rank) => {
      const from = below
      below += 1 / (rank + 3) / all
      const region = regionOf(place)
      const language = region === 'BE-WAL' ? 'fr' : region === 'BE-BRU' ? 'fr' : 'nl'
      const rent = (region === 'NL' ? 560 : 430) + Math.max(0, 12 - rank) * 15
      const postcode = 1000 + ((rank * 137) % 8900)
      const { lat, lon } = place.point
      const to = rank === places.length - 1 ? 1 : below
      return `(${literal(place.id)}, ${literal(region)}, ${literal(language)}, ${lat}::float8, ${lon}::float8, ${rent}, ${postcode}, ${from}::float8, ${to}::float8)`
    })
    .join(',\n      ')
}

const sentences = {
  nl: 'Lichte kamer met grote ramen op het zuiden|Rustige straat vlak bij het centrum|Fietsenstalling achter slot en wasmachine in de kelder|Gedeelde keuken met oven en diepvries|Grote tuin waar je mag zitten|Net geschilderd en nieuwe vloer|Snel internet in elke kamer|Bushalte voor de deur en station op wandelafstand|Huisgenoten koken op zondag samen|Terras op het dak met uitzicht over de stad|Bureau en boekenkast blijven staan|Verwarming per kamer te regelen|Ruime zolder met balken|Balkon op de binnenkoer|Supermarkt en bakker om de hoek|Enkel voor wie van stilte houdt',
  fr: 'Chambre lumineuse avec de grandes fenêtres|Rue calme à deux pas du centre|Local à vélos fermé et lave-linge à la cave|Cuisine commune avec four et congélateur|Grand jardin où l’on peut s’installer|Fraîchement repeint avec un nouveau parquet|Internet rapide dans chaque chambre|Arrêt de bus devant la porte et gare à pied|Les colocataires cuisinent ensemble le dimanche|Terrasse sur le toit avec vue sur la ville|Le bureau et la bibliothèque restent|Chauffage réglable par chambre|Grenier spacieux avec poutres|Balcon sur la cour intérieure|Supermarché et boulangerie au coin|Pour qui aime le calme',
  en: 'Bright room with large windows facing south|Quiet street close to the centre|Locked bicycle shed and a washing machine in the cellar|Shared kitchen with oven and freezer|Large garden to sit in|Freshly painted with a new floor|Fast internet in every room|Bus stop at the door and the station within walking distance|Housemates cook together on Sundays|Roof terrace with a view over the town|Desk and bookcase stay|Heating set per room|Spacious attic with beams|Balcony over the courtyard|Supermarket and bakery around the corner|For who likes silence',
}
const streets =
  'Naamsestraat|Tiensestraat|Coupure|Stationsstraat|Kerkstraat|Molenstraat|Rue de la Station|Rue des Fleurs|Nieuwstraat|Oude Gracht|Parklaan|Avenue des Tilleuls'

const array = (text: string) => `array[${text.split('|').map(literal).join(', ')}]`
const picked = (from: string, index: string) => `(${from})[1 + floor(random() * ${index})::int]`
const cell = 0.00225

/** Statements that put `n` adverts of n/3 advertisers into an empty database of the kot site, the same ones for the same n. About 9 in 10 are public at `now`. */
export const seedListings = (n: number, now = new Date()): string[] => [
  'select setseed(0.4202)',
  `insert into people (id, created_at) select md5('person ' || i)::uuid, now() from generate_series(1, ${Math.ceil(n / 3)}) i`,
  `insert into listings (id, person_id, public_id, status, kind, language, title, text, street, postcode, place_id, region, accuracy, cell_lat, cell_lon,
      rent, charges_mode, charges, charges_cover, deposit, size, available_from, available_until, lease_min_months, lease_max_months,
      furnished, kitchen, bath, toilet, internet, domicile, published_at, created_at, updated_at)
    with town (place_id, region, language, lat, lon, rent, postcode, above, below) as (values
      ${towns()}
    ), drawn as materialized (
      select i, random() as chance, random() as which, random() as language_chance, random() as status_chance, sqrt(-2 * ln(1 - random())) * 0.012 as away, random() * 6.2831853 as direction,
        -ln(1 - random()) * 40 as age, random() as a, random() as b, random() as c, random() as d, random() as e, random() as f, random() as g, random() as h
      from generate_series(1, ${n}) i
    ), placed as materialized (
      select d.*, t.place_id, t.region, t.rent as usual, t.postcode + floor(d.a * 6)::int as postcode,
        case when d.language_chance < 0.2 then 'en' else t.language end as language,
        case when which < 0.72 then 'kot' when which < 0.92 then 'studio' else 'apartment' end as kind,
        floor((t.lat + away * sin(direction)) / ${cell}) as row, t.lon + 1.6 * away * cos(direction) as lon,
        timestamptz '${now.toISOString()}' - make_interval(mins => (age * 1440)::int) as at
      from drawn d join town t on d.chance >= t.above and d.chance < t.below
    ), gridded as materialized (
      select p.*, round((${cell} / cos(radians((floor(row / 40) + 0.5) * 40 * ${cell})))::numeric, 5)::float8 as width from placed p
    )
    select md5('listing ' || i)::uuid, md5('person ' || (1 + i % ${Math.ceil(n / 3)}))::uuid, substr(md5('public ' || i), 1, 12),
      case when status_chance < 0.9 then 'published' when status_chance < 0.93 then 'paused' when status_chance < 0.97 then 'rented' else 'archived' end,
      kind, language, initcap(kind) || ' ' || ${picked(array(streets), '12')},
      concat_ws('. ', ${Array.from({ length: 5 }, () => `case language when 'nl' then ${picked(array(sentences.nl), '16')} when 'fr' then ${picked(array(sentences.fr), '16')} else ${picked(array(sentences.en), '16')} end`).join(', ')}, 'ref' || (i % 5000)),
      ${picked(array(streets), '12')}, postcode::text, place_id, region, 'street',
      round(((row + 0.5) * ${cell})::numeric, 6), round(((floor(lon / width) + 0.5) * width)::numeric, 6),
      greatest(15000, (usual * case kind when 'kot' then 1 when 'studio' then 1.45 else 2.1 end * (0.75 + 0.5 * b))::int * 100),
      case when c < 0.3 then 'included' when c < 0.7 then 'fixed' else 'provision' end, case when c < 0.3 then null else (25 + (c * 90)::int) * 100 end, '{}',
      (usual * 100)::int, case when d < 0.1 then null else (case kind when 'kot' then 11 when 'studio' then 22 else 45 end + d * 14)::int end,
      (date '${now.toISOString().slice(0, 10)}' + ((e * 12 - 4)::int || ' months')::interval)::date,
      case when f < 0.35 then null else (date '${now.toISOString().slice(0, 10)}' + ((e * 12 - 4 + 5 + f * 12)::int || ' months')::interval)::date end,
      case when g < 0.3 then null when g < 0.6 then 10 when g < 0.8 then 12 else 5 end, case when g < 0.5 then 12 else null end,
      case when h < 0.15 then null else h < 0.7 end, case when kind = 'kot' then case when a < 0.12 then 'own' else 'shared' end else 'own' end,
      case when kind = 'kot' then case when b < 0.2 then 'own' else 'shared' end else 'own' end, 'shared', 'included',
      case when c < 0.25 then null when c < 0.6 then 'no' when c < 0.9 then 'yes' else 'onRequest' end, at, at, at
    from gridded`,
  'vacuum analyze listings',
  'vacuum analyze people',
]
