// What the map is told. It is written down without anything else, as the island reads it too.

/** An advert of one spot: as much as a small card says. */
export type PinAdvert = {
  id: string
  href: string
  title: string
  /** The language of the title, where it is not that of the page. */
  lang?: string
  price: string
  note: string
  about: string
  photo?: string
}

/** Adverts in one square of the grid. */
export type Pin = {
  square: string
  at: readonly [lat: number, lon: number]
  n: number
  /** On the pin: a price where all are in one cell, else their number. */
  text: string
  /** The same in full: "12 rooms, from €380". */
  name: string
  /** Of one cell: the cheapest of them. */
  adverts?: readonly PinAdvert[]
  /** The search of these alone. */
  href: string
  /** What to show to take a cluster apart: south, west, north, east. */
  box: readonly [number, number, number, number]
}

export type Landmark = { kind: 'town' | 'place' | 'campus'; name: string; at: readonly [lat: number, lon: number] }

export type MapAnswer = {
  pins: readonly Pin[]
  landmarks: readonly Landmark[]
  /** How many of the search are in view, in words. */
  said: string
  /** The same search of what is in view. */
  here: { href: string; text: string }
}

/** What the page tells the map at its start. */
export type MapStart = {
  /** What is searched, as parameters. */
  query: string
  view: readonly [number, number, number, number]
  /** A file of streets of our own. */
  streets?: string
  /** Where the adverts of the list lie, by their public ids: in the middle of their cells. */
  listed: Readonly<Record<string, readonly [lat: number, lon: number]>>
}

/** What the map says by itself. */
export type MapWords = Record<
  'closer' | 'farther' | 'close' | 'all' | 'failed' | 'credit' | 'map' | 'list' | 'show' | 'pins',
  string
>
