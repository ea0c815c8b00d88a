export const nl = {
  map: 'Kaart',
  list: 'Lijst',
  show: 'Toon de kaart',
  hide: 'Verberg de kaart',
  pins: 'Kaart van de gevonden koten',
  closer: 'Dichterbij',
  farther: 'Verder weg',
  close: 'Sluit',
  all: 'Toon deze in de lijst',
  failed: 'De kaart kon niet laden. De lijst heeft alles.',
  noStreets:
    'Op deze kaart staan geen straten, en elke prijs staat in het midden van een vak van 250 meter. Alles staat ook in de lijst.',
  streets: 'Elke prijs staat in het midden van een vak van 250 meter, niet op het huis. Alles staat ook in de lijst.',
  credit: 'Kaart: Natural Earth',
  inView: (found: string) => `${found} in beeld`,
  cluster: (found: string, from: string) => `${found}, vanaf ${from}`,
  one: (title: string, price: string) => `${price}: ${title}`,
  here: (found: string) => `Zoek in dit gebied: ${found}`,
}
export type Words = typeof nl
