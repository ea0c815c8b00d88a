// The map beside the list, or on a phone in its place. What draws it is fetched once it is seen; whether it is open stands in the address, after #.
import type { MapWords } from '../../src/features/search/map/answer'
import type { Room, Shown } from './show'

const root = document.querySelector<HTMLElement>('[data-rooms]')
const isWide = matchMedia('(min-width: 75em)')

function start(room: Room, button: HTMLElement, name: HTMLElement): void {
  const { root } = room
  const said: MapWords = JSON.parse(root.dataset.rooms ?? '')
  let shown: Promise<Shown | undefined> | undefined

  const isOpen = () => (isWide.matches ? root.dataset.show !== 'list' : root.dataset.show === 'map')
  function draw(): void {
    if (!isOpen()) return
    shown ??= import('./show').then(
      ({ show }) => show(room, said),
      () => {
        room.status.textContent = said.failed
        room.status.classList.remove('visually-hidden')
        return undefined
      },
    )
    void shown.then((map) => map?.resize())
  }
  /** Says where the button leads to. */
  function rename(): void {
    const open = isOpen()
    name.textContent = isWide.matches ? said.show : open ? said.list : said.map
    button.dataset.mapTo = open ? 'list' : 'map'
  }
  function show(what: string): void {
    root.dataset.show = what
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${what}`)
    rename()
    draw()
  }

  for (const one of root.querySelectorAll<HTMLElement>('[data-map-to]'))
    one.addEventListener('click', () => {
      const scrolled = isOpen()
      show(one.dataset.mapTo ?? 'list')
      if (isWide.matches) (isOpen() ? root.querySelector<HTMLElement>('.map-hide') : button)?.focus()
      else if (!scrolled) root.scrollIntoView()
    })
  // A link to another search leaves the map as it is.
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link && root.dataset.show && link.pathname === location.pathname) link.hash = root.dataset.show
  })
  isWide.addEventListener('change', () => {
    rename()
    draw()
  })
  const asked = location.hash.slice(1)
  if (asked === 'map' || asked === 'list') root.dataset.show = asked
  rename()
  // The list comes first: what one reads is not held up by what one may look at.
  const begin = () => ('requestIdleCallback' in window ? requestIdleCallback(draw, { timeout: 2000 }) : draw())
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}

const find = (selector: string) => root?.querySelector<HTMLElement>(selector)
const [container, here, status] = [find('.map-sheet'), find('.map-here'), find('[data-map-said]')]
const [button, name] = [find('.map-switch button'), find('.map-switch span')]
if (root && container && here && status && button && name) start({ root, container, here, status }, button, name)
