// Whether a page can be read and worked by who enlarges it, chose their own colours, cannot bear what moves, or spaces the text out.
import type { Page } from '@playwright/test'

// What the browser runs. Each answers what is wrong, as sentences.
const helpers = `
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getClientRects().length > 0
  const nameOf = (one) => one.tagName.toLowerCase() + (one.id ? '#' + one.id : '') + [...one.classList].map((it) => '.' + it).join('') +
    (one.className ? '' : ' in ' + (one.closest('[class]')?.className ?? 'body')) + ' "' + (one.textContent || one.name || '').trim().replace(/\\s+/g, ' ').slice(0, 30) + '"'
  const isHiddenFromEyes = (one) => { for (let it = one; it; it = it.parentElement) if (getComputedStyle(it).clipPath === 'inset(50%)' || it.classList.contains('skip')) return true }
  const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => isSeen(one) && !isHiddenFromEyes(one))
  const focusable = () => all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').filter((one) => !one.disabled)
  const opaque = (colour) => colour !== 'transparent' && !/, 0\\)$/.test(colour)
`
const asked = (body: string) => `(() => { ${helpers} ${body} })()`

/** Nothing of what has the focus lies under something that stays in place (WCAG 2.2, 2.4.12), and all of the page is as wide as the screen. */
const covered = asked(`
  const stays = (one) => { for (let it = one; it; it = it.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(it).position)) return it }
  const faults = []
  for (const one of focusable()) {
    one.focus()
    if (document.activeElement !== one) continue
    const box = one.getBoundingClientRect()
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    if (right - left < 1 || bottom - top < 1) { faults.push(nameOf(one) + ' has the focus out of sight'); continue }
    const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]]
    for (const [x, y] of points) {
      const over = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
      const lid = over && !one.contains(over) && !over.contains(one) && stays(over)
      if (lid && !lid.contains(one)) { faults.push(nameOf(one) + ' lies under ' + nameOf(lid)); break }
    }
  }
  scrollTo(0, 0)
  return faults`)

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Text that its own box cuts off, or that sticks out of what has a border. */
const clipped = asked(`
  const faults = []
  for (const one of all('body *')) {
    if (one.closest('svg, .map-sheet') || one.tagName === 'TEXTAREA') continue
    const style = getComputedStyle(one)
    const cuts = (way) => ['hidden', 'clip'].includes(way)
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    if ((cuts(style.overflowX) && one.scrollWidth > one.clientWidth + 1 || cuts(style.overflowY) && one.scrollHeight > one.clientHeight + 1) && one.innerText && one.innerText.trim() && style.display !== 'inline' && style.webkitLineClamp === 'none')
      faults.push(nameOf(one) + ' cuts its text off')
    if (own && parseFloat(style.borderLeftWidth) > 0 && style.display !== 'inline') {
      const box = one.getBoundingClientRect()
      const sticksOut = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).some((node) => {
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        return text.width > 0 && (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom + 1 || text.top < box.top - 1)
      })
      if (sticksOut && !['auto', 'scroll'].includes(style.overflowX))
        faults.push(nameOf(one) + ' does not hold its text')
    }
  }
  return faults`)

/** Puts styles over those of the page, and answers nothing; a policy that allows no style of another hand does not hold these. */
const styled = (css: string) => `(() => {
  window.__over ??= new CSSStyleSheet()
  window.__over.replaceSync(${JSON.stringify(css)})
  if (!document.adoptedStyleSheets.includes(window.__over)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.__over]
})()`

// WCAG 2.2, 1.4.12.
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`
const twice = 'html { font-size: 200% !important }'

/** What there is to be seen of a background alone, and of its shadow: other colours take these away. */
const painted = asked(`
  const seen = []
  for (const one of all('body *')) {
    if (one.closest('svg, .map-sheet, .style-guide-colours')) continue
    for (const part of ['', '::before', '::after']) {
      const style = getComputedStyle(one, part || undefined)
      if (part && (style.content === 'none' || style.content === 'normal' || style.content.length > 2)) continue
      if (!part && (one.childElementCount > 0 || one.textContent.trim() || ['INPUT', 'IMG', 'SELECT', 'TEXTAREA', 'CANVAS'].includes(one.tagName))) continue
      if (parseFloat(style.width) < 2 || parseFloat(style.height) < 2) continue
      if (opaque(style.backgroundColor)) seen.push(nameOf(one) + part)
    }
  }
  return [...new Set(seen)]`)

const edges = `const edged = (style) => ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style['border' + side + 'Width']) > 0 && style['border' + side + 'Style'] !== 'none')
  const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1`

/** Of what was painted (as said above), what no longer shows; and of what can be worked, what has no edge or shows no focus. */
const lost = (paintedBefore: readonly string[]) =>
  asked(`${edges}
  const faults = []
  const before = new Set(${JSON.stringify(paintedBefore)})
  for (const one of all('body *'))
    for (const part of ['', '::before', '::after'])
      if (before.has(nameOf(one) + part)) {
        const style = getComputedStyle(one, part || undefined)
        if (part && style.content === 'none') continue
        if (!edged(style) && style.forcedColorAdjust !== 'none') faults.push(nameOf(one) + part + ' is nothing but a background')
      }
  for (const one of all('button, .button, input:not([type=hidden], [type=file]), select, textarea')) {
    const style = getComputedStyle(one)
    const isNative = ['checkbox', 'radio'].includes(one.type) && style.appearance !== 'none'
    // A word of a sentence that explains itself.
    const isText = style.textDecorationLine === 'underline'
    if (!edged(style) && !outlined(style) && !isNative && !isText) faults.push(nameOf(one) + ' has no edge')
  }
  for (const one of focusable()) {
    one.focus()
    const parts = [undefined, '::before', '::after'].map((part) => getComputedStyle(one, part))
    if (document.activeElement === one && !parts.some(outlined)) {
      const label = one.closest('label')
      const beside = label && (outlined(getComputedStyle(label)) || [...label.querySelectorAll('*')].some((it) => outlined(getComputedStyle(it))))
      if (!beside) faults.push(nameOf(one) + ' does not show that it has the focus')
    }
  }
  scrollTo(0, 0)
  return faults`)

/** What still moves for who asked that nothing does. */
const moving = asked(`
  const longest = (list) => Math.max(...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000)))
  const faults = document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 10).map((one) => nameOf(one.effect.target) + ' moves')
  for (const one of document.querySelectorAll('*'))
    for (const part of ['', '::before', '::after']) {
      const style = getComputedStyle(one, part || undefined)
      if (longest(style.transitionDuration) > 10) faults.push(nameOf(one) + part + ' goes over slowly')
      if (style.animationName !== 'none' && longest(style.animationDuration) > 10) faults.push(nameOf(one) + part + ' is animated')
      if (style.scrollBehavior === 'smooth') faults.push(nameOf(one) + ' scrolls slowly')
    }
  return [...new Set(faults)]`)

const ask = (page: Page, what: string) => page.evaluate<string[]>(what)
const sizes = { zoomed: { width: 320, height: 256 }, phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
const plain = { forcedColors: 'none', reducedMotion: 'reduce', colorScheme: 'light' } as const

/** Adds to `faults` what keeps somebody from the page as it is now. */
export async function reach(page: Page, faults: string[], state = ''): Promise<void> {
  const { pathname, search } = new URL(page.url())
  const where = `${pathname}${search}${state && ` (${state})`}`
  const add = (how: string, found: readonly string[]) => {
    for (const one of found.slice(0, 5)) faults.push(`${where}, ${how}: ${one}`)
  }
  const width = async (how: string) => {
    const wide = await page.evaluate<number>(overflow)
    if (wide > 0) faults.push(`${where}, ${how}: ${wide} px too wide`)
  }

  // Of 1280 × 1024 (WCAG 2.2, 1.4.10).
  await page.emulateMedia(plain)
  await page.setViewportSize(sizes.zoomed)
  await width('at 400 %')
  add('at 400 %', await ask(page, covered))

  for (const [size, css, how] of [
    [sizes.phone, spaced, 'text spaced on a telephone'],
    [sizes.desktop, spaced, 'text spaced on a desktop'],
    [sizes.phone, twice, 'text of 200 % on a telephone'],
    [sizes.desktop, twice, 'text of 200 % on a desktop'],
  ] as const) {
    await page.setViewportSize(size)
    await page.evaluate(styled(css))
    await width(how)
    add(how, await ask(page, clipped))
  }
  await page.evaluate(styled(''))

  add('with less motion', await ask(page, moving))
  const before = await ask(page, painted)
  await page.emulateMedia({ ...plain, forcedColors: 'active' })
  add('in forced colours', await ask(page, lost(before)))
  await page.emulateMedia({ ...plain, reducedMotion: 'no-preference' })
}
