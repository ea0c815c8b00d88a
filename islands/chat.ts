// The page of the chat, its panel, and those of the desk: a conversation that is live, and the list of them.
import { start } from './chat/conversation'
import { follow } from './chat/follow'
import { openPanel } from './chat/panel'

for (const root of document.querySelectorAll<HTMLElement>('[data-chat]')) start(root)

for (const root of document.querySelectorAll<HTMLElement>('[data-panel]')) openPanel(root)

for (const list of document.querySelectorAll<HTMLElement>('[data-chats]'))
  follow<{ changed?: true }>(
    list.dataset.chats ?? '',
    () => 0,
    async ({ changed }) => {
      if (!changed) return
      const page = await fetch(location.href).then((answer) => answer.text())
      const now = new DOMParser().parseFromString(page, 'text/html').getElementById(list.id)
      if (now) list.replaceChildren(...now.childNodes)
    },
    () => {},
  )
