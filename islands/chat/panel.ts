// The panel of the chat: a page in a frame of another, which it opens, closes, and tells of what is new. Loaded when it is first opened.
import { start } from './conversation'

/** What of the page around belongs to the panel; undefined where there is no such page. */
function around() {
  const way = window.frameElement?.closest('aside')
  const [frame, dialog, form, button, unread] = [
    way?.querySelector('iframe'),
    way?.querySelector<HTMLElement>('[role=dialog]'),
    way?.querySelector('form'),
    way?.querySelector('button'),
    way?.querySelector('[role=status]'),
  ]
  return way && frame && dialog && form && button && unread ? { way, frame, dialog, form, button, unread } : undefined
}

export async function openPanel(root: HTMLElement): Promise<void> {
  const { panel: path = '', unread: unreadWords = '' } = root.dataset
  const page = around()
  if (!page) return location.replace(path)
  const { way, frame, dialog, form, button, unread } = page
  let missed = 0

  function show(): void {
    dialog.hidden = false
    button.setAttribute('aria-expanded', 'true')
    missed = 0
    unread.textContent = ''
    const log = root.querySelector('[role=log]')
    log?.scrollTo({ top: log.scrollHeight })
  }
  function enter(): void {
    const first = root.querySelector<HTMLElement>('textarea') ?? root.querySelector<HTMLElement>('a[href]')
    if (!first) return
    frame.focus()
    first.focus()
  }
  function hide(): void {
    dialog.hidden = true
    button.setAttribute('aria-expanded', 'false')
    button.focus()
  }
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !dialog.hidden) hide()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!dialog.hidden) return hide()
    show()
    enter()
  })
  document.querySelector('.chat-panel-close')?.addEventListener('click', hide)
  document.addEventListener('keydown', onEscape)
  way.addEventListener('keydown', onEscape)
  show()

  const answer = await fetch(path).catch(() => undefined)
  const loaded = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
  const chat = loaded?.querySelector<HTMLElement>('[data-chat]')
  // What keeps the chat from being shown, its own page says.
  if (!chat) return window.parent.location.assign(path)
  root.replaceChildren(chat)
  start(chat, (count) => {
    if (!dialog.hidden) return
    missed += count
    unread.textContent = `${unreadWords} ${missed}`
  })
  if (!dialog.hidden) enter()
}
