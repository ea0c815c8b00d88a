// Sharpens the search form: answers without a reload as filters change, and suggests places while one types. Without it the button and the links do.

const form = document.querySelector<HTMLFormElement>('form[data-filters]')
let asking: AbortController | undefined

/** What the form asks, without what was left empty. */
function address(of: HTMLFormElement): URL {
  const url = new URL(of.action)
  for (const [name, value] of new FormData(of))
    if (typeof value === 'string' && value !== '') url.searchParams.append(name, value)
  return url
}

/** Puts the answer in the page: the results, and the counts beside the options; what one is typing stays. */
function show(answer: Document): boolean {
  const results = answer.querySelector('#results')
  const here = document.querySelector('#results')
  const fresh = answer.querySelector('form[data-filters]')
  if (!form || !results || !here || !fresh) return false
  // Another town has other campuses: then the form is another one.
  const names = (of: Element) => [...of.querySelectorAll('[name]')].map((field) => field.getAttribute('name')).join()
  if (names(fresh) !== names(form)) return false
  for (const input of fresh.querySelectorAll<HTMLInputElement>('.facet-option input')) {
    const mine = form.querySelector(`.facet-option input[name="${input.name}"][value="${input.value}"]`)?.closest('label')
    const theirs = input.closest('label')
    const count = mine?.querySelector('.facet-count')
    if (mine && theirs) mine.className = theirs.className
    if (count) count.textContent = theirs?.querySelector('.facet-count')?.textContent ?? ''
  }
  for (const select of fresh.querySelectorAll('select')) {
    const mine = form.querySelector<HTMLSelectElement>(`select[name="${select.name}"]`)
    if (!mine) continue
    const { value } = mine
    mine.replaceChildren(...select.children)
    mine.value = value
  }
  const badge = document.querySelector('.filter-open')
  const theirs = answer.querySelector('.filter-open')
  if (badge && theirs) badge.replaceChildren(...theirs.childNodes)
  here.replaceWith(results)
  document.dispatchEvent(new Event('results'))
  const heading = document.querySelector('h1')
  if (heading) heading.textContent = answer.querySelector('h1')?.textContent ?? heading.textContent
  document.title = answer.title
  return true
}

const spoken = document.createElement('p')
spoken.className = 'visually-hidden'
spoken.setAttribute('role', 'status')
document.querySelector('main')?.append(spoken)

async function search(of: HTMLFormElement): Promise<void> {
  asking?.abort()
  asking = new AbortController()
  const url = address(of)
  document.querySelector('#results')?.setAttribute('data-busy', '')
  try {
    const response = await fetch(url, { signal: asking.signal, headers: { accept: 'text/html' } })
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!response.ok || !show(answer)) throw new Error('another page')
    history.pushState(null, '', response.url + location.hash)
    onPage = searched()
    spoken.textContent = document.querySelector('[data-count]')?.textContent ?? ''
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(url)
  }
}

form?.addEventListener('change', (event) => {
  const field = event.target
  // A place is chosen with the keyboard from a list: only then, or on Enter, is it whole.
  if (field instanceof HTMLInputElement && field.type === 'search') return
  void search(form)
})
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  const sheet = form.closest<HTMLElement>('[popover]')
  if (sheet?.matches(':popover-open')) sheet.hidePopover()
  void search(form)
})
// What comes after # is the map's, and no other search.
const searched = () => location.pathname + location.search
let onPage = searched()
addEventListener('popstate', () => {
  if (searched() !== onPage) location.reload()
})

// Places as one types.
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-places]')) {
  const list = field.list
  if (!list) continue
  const popular = [...list.children]
  let waiting: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    const typed = field.value.trim()
    if (typed.length < 2) {
      list.replaceChildren(...popular)
      return
    }
    if ([...list.children].some((option) => option instanceof HTMLOptionElement && option.value === typed)) return
    waiting = setTimeout(async () => {
      const url = new URL('/api/v1/places', location.origin)
      url.searchParams.set('q', typed.slice(0, 80))
      url.searchParams.set('language', document.documentElement.lang)
      const response = await fetch(url).catch(() => undefined)
      if (!response?.ok) return
      const { items }: { items: { label: string }[] } = await response.json()
      list.replaceChildren(...items.map(({ label }) => Object.assign(document.createElement('option'), { value: label })))
    }, 150)
  })
}

export {}
