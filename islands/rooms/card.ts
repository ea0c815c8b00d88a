import type { MapWords, Pin, PinAdvert } from '../../src/features/search/map/answer'

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

function row({ href, title, lang, price, note, about, photo }: PinAdvert, isAlone: boolean): HTMLElement {
  const item = element('li', 'map-card')
  if (photo && isAlone) {
    const picture = element('img', '')
    Object.assign(picture, { src: photo, alt: '', width: 400, height: 267, decoding: 'async' })
    item.append(picture)
  }
  const link = element('a', 'card-cover', title)
  link.href = href
  if (lang) link.lang = lang
  const cost = element('p', 'map-card-price')
  cost.append(element('strong', '', price), ' ', element('span', 'small', note))
  const name = element('p', 'map-card-title')
  name.append(link)
  item.append(cost, name, element('p', 'small soft', about))
  return item
}

/** The adverts of one spot, as what opens at its pin. */
export function cardOf({ adverts = [], n, href, name }: Pin, said: MapWords, close: () => void): HTMLElement {
  const card = element('div', 'map-popup')
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', name)
  const shut = element('button', 'map-close-card', '×')
  shut.type = 'button'
  shut.setAttribute('aria-label', said.close)
  shut.addEventListener('click', close)
  const list = element('ul', 'map-cards')
  list.append(...adverts.map((advert) => row(advert, adverts.length === 1)))
  card.append(list)
  if (n > 1) {
    const all = element('a', 'map-card-all', said.all)
    all.href = href
    card.append(all)
  }
  card.append(shut)
  return card
}
