// Photos of an advert: dragged into order, and sent one by one as soon as they are chosen. Without this file, buttons do both.

/** Puts what the server answered in the place of what is shown, and the focus where it was. */
function show(html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  const [now, then] = [document.querySelector('main'), fresh.querySelector('main')]
  if (!now || !then) {
    location.reload()
    return
  }
  now.replaceWith(then)
  document.title = fresh.title
  begin()
  then.querySelector<HTMLElement>('.error-summary')?.focus()
}

async function send(action: string, body: FormData | URLSearchParams): Promise<void> {
  const answer = await fetch(action, { method: 'POST', body, credentials: 'same-origin' }).catch(() => undefined)
  if (answer?.headers.get('content-type')?.startsWith('text/html')) show(await answer.text())
  else location.reload()
}

function makeSortable(list: HTMLOListElement, action: string): void {
  let dragged: HTMLElement | undefined
  const items = () => [...list.querySelectorAll<HTMLElement>('[data-photo]')]
  for (const item of items()) {
    item.draggable = true
    item.addEventListener('dragstart', (event) => {
      dragged = item
      item.dataset.dragged = ''
      event.dataTransfer?.setData('text/plain', '')
    })
    item.addEventListener('dragend', () => {
      delete item.dataset.dragged
      dragged = undefined
    })
    item.addEventListener('dragover', (event) => {
      if (!dragged) return
      event.preventDefault()
      if (dragged === item) return
      const box = item.getBoundingClientRect()
      const after = items().indexOf(dragged) < items().indexOf(item) || event.clientX > box.left + box.width / 2
      if (after) item.after(dragged)
      else item.before(dragged)
    })
    item.addEventListener('drop', (event) => {
      event.preventDefault()
      void send(
        action,
        new URLSearchParams({
          order: items()
            .map((photo) => photo.dataset.photo ?? '')
            .join(','),
        }),
      )
    })
  }
  const hint = document.querySelector<HTMLElement>('.photo-drag')
  if (hint) hint.hidden = false
}

/** Sends chosen files one at a time: each is small enough, and one that is refused does not hold up the others. */
function makeEager(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')
  const button = form.querySelector<HTMLButtonElement>('button')
  input?.addEventListener('change', async () => {
    const files = [...(input.files ?? [])]
    if (files.length === 0) return
    if (button) button.disabled = true
    input.disabled = true
    const refusals: string[] = []
    let last = ''
    for (const file of files) {
      const body = new FormData()
      body.append('photos', file)
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' }).catch(() => undefined)
      if (!answer?.headers.get('content-type')?.startsWith('text/html')) continue
      last = await answer.text()
      if (answer.status === 422) {
        const page = new DOMParser().parseFromString(last, 'text/html')
        for (const item of page.querySelectorAll('.error-summary-list li')) refusals.push(item.textContent ?? '')
      }
    }
    if (!last) return location.reload()
    show(last)
    tell(refusals)
  })
}

/** The refusals of all files, where the page of the last answer knows only its own. */
function tell(refusals: string[]): void {
  const known = document.querySelector('.error-summary-list')
  if (refusals.length < 2 && known) return
  if (refusals.length === 0) return
  const status = document.createElement('div')
  status.className = 'error-summary'
  status.setAttribute('role', 'alert')
  const items = document.createElement('ul')
  items.className = 'error-summary-list'
  for (const text of refusals) items.append(Object.assign(document.createElement('li'), { textContent: text }))
  status.append(items)
  document.querySelector('.error-summary')?.remove()
  document.querySelector('[data-photos]')?.before(status)
}

function begin(): void {
  const manager = document.querySelector<HTMLElement>('[data-photos]')
  const list = manager?.querySelector<HTMLOListElement>('.photo-list')
  const form = manager?.querySelector<HTMLFormElement>('[data-photo-upload]')
  if (list && manager?.dataset.order) makeSortable(list, manager.dataset.order)
  if (form) makeEager(form)
}

begin()
