// Makes a conversation live: what is said comes by itself, what is typed goes without loading the page again.
import { type Following, follow } from './follow'

type Told = {
  messages?: { number: number; ours: boolean; text: string; at: string }[]
  there?: boolean
  typing?: true
  open?: boolean
  erased?: true
  /** What this page sent is said, or why not. */
  said?: string
  wrong?: string
  id?: string
}

const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  hour: '2-digit',
  minute: '2-digit',
  // As the times that the page came with, also in English.
  hourCycle: 'h23',
  timeZone: 'Europe/Brussels',
})

/** `heard` is called with how many messages came from the other one. */
export function start(root: HTMLElement, heard: (count: number) => void = () => {}): void {
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)
  const { chat: path = '', lost: lostWords = '', notSent = '', erased: erasedWords = '' } = root.dataset
  const [log, form, text] = [find('[role=log]'), find<HTMLFormElement>('form'), find<HTMLTextAreaElement>('textarea')]
  const [lost, typing, here] = [find('.chat-lost'), find('.chat-typing'), find('.chat-here')]
  let last = Number(root.dataset.last)
  let following: Following | undefined
  /** What waits for an answer over the socket. */
  let answered: ((told: Told) => void) | undefined

  const toEnd = () => log?.scrollTo({ top: log.scrollHeight })
  const say = (words: string) => {
    if (!lost) return
    lost.textContent = words
    lost.hidden = words === ''
  }

  function add({ number, ours, text: said, at }: NonNullable<Told['messages']>[number]): boolean {
    // What was sent while the connection was gone may come twice.
    if (number <= last || !log) return false
    last = number
    find('.chat-empty')?.remove()
    const made = find<HTMLTemplateElement & HTMLElement>(`template[data-ours=${ours ? 'yes' : 'no'}]`)
    const bubble = made?.content.firstElementChild?.cloneNode(true)
    if (!(bubble instanceof HTMLElement)) return false
    const [body, time] = [bubble.querySelector('.bubble-text'), bubble.querySelector('time')]
    if (body) body.textContent = said
    if (time) {
      time.dateTime = at
      time.textContent = clock.format(new Date(at))
    }
    log.append(bubble)
    toEnd()
    return !bubble.classList.contains('bubble-mine')
  }

  let typed: ReturnType<typeof setTimeout> | undefined
  function shown(told: Told): void {
    if (told.said || told.wrong) {
      answered?.(told)
      return
    }
    say('')
    const fromOther = (told.messages ?? []).filter(add).length
    if (fromOther > 0) heard(fromOther)
    if (typing && (told.typing || fromOther > 0)) {
      clearTimeout(typed)
      typing.textContent = told.typing ? (typing.dataset.said ?? '') : ''
      typed = setTimeout(() => {
        typing.textContent = ''
      }, 4000)
    }
    const { here: isHere, gone, open, away } = here?.dataset ?? {}
    if (here && told.there !== undefined && isHere) here.textContent = (told.there ? isHere : gone) ?? ''
    if (here && told.open !== undefined && open) here.textContent = (told.open ? open : away) ?? ''
    if (told.erased) {
      end()
      form?.remove()
      log?.replaceChildren()
      say(erasedWords)
    }
  }

  const end = () => following?.end()
  const go = () => {
    following ??= follow(
      path,
      () => last,
      shown,
      () => say(lostWords),
    )
  }

  /** What one can do with a conversation, once there is one. */
  async function showYours(): Promise<void> {
    const page = await fetch(path).then((answer) => answer.text())
    const yours = new DOMParser().parseFromString(page, 'text/html').querySelector('.chat-yours')
    if (yours) find('.chat-yours')?.replaceWith(yours)
  }

  type Message = { id: string; text: string }
  /** Why something is not said; empty when it is; undefined when there is no socket, or no answer over it. */
  const overSocket = (message: Message) =>
    new Promise<string | undefined>((done) => {
      if (!following?.send(message)) return done(undefined)
      const waited = setTimeout(done, 5000, undefined)
      answered = ({ said, wrong, id }) => {
        if ((said ?? id) !== message.id) return
        clearTimeout(waited)
        done(wrong ?? '')
      }
    })
  const overPost = async (to: string, message: Message): Promise<string> => {
    const headers = { accept: 'application/json' }
    const answer = await fetch(to, { method: 'POST', headers, body: new URLSearchParams(message) }).catch(() => undefined)
    if (answer?.ok) return ''
    const { wrong = notSent }: { wrong?: string } = (await answer?.json().catch(() => ({}))) ?? {}
    return wrong
  }

  form?.addEventListener('submit', async (event) => {
    const { submitter } = event
    const often = submitter instanceof HTMLElement ? submitter.dataset.often : undefined
    event.preventDefault()
    if (often !== undefined && text) {
      text.value = often
      text.focus()
      return
    }
    const id = form.querySelector<HTMLInputElement>('input[name=id]')
    if (!text || !id || form.dataset.sending) return
    form.dataset.sending = 'yes'
    // The same id until it is there: what is sent twice is said once.
    const message = { id: id.value, text: text.value }
    const wrong = (await overSocket(message)) ?? (await overPost(form.action, message))
    delete form.dataset.sending
    if (wrong === '') {
      id.value = crypto.randomUUID()
      text.value = ''
      say('')
      if (!following) showYours()
      go()
    } else say(wrong)
    text.focus()
  })

  let saidTyping = 0
  text?.addEventListener('input', () => {
    if (!following || Date.now() - saidTyping < 2500) return
    saidTyping = Date.now()
    if (!following.send({ typing: true })) fetch(`${path}/typing`, { method: 'POST' }).catch(() => {})
  })
  // As people know it from elsewhere: Enter sends, Shift and Enter begins a line.
  text?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form?.requestSubmit()
  })

  toEnd()
  if (root.dataset.follows) go()
}
