import { Hono } from 'hono'
import type { Env } from '../../platform/http'
import { framedPage } from '../../platform/http/framed'
import { labelled } from '../../std/written'
import { Icon } from '../../ui'
import { words } from './words'

/** Of the frame that the panel's page is loaded in, and of what stands around it. */
export const panelName = 'chat-panel'

/** What stands in the panel: the same for everybody. The conversation is fetched from the chat's own page, and what keeps that from being shown is shown there. */
export const panelPage = new Hono<Env>().get('/chat/panel', (c) => {
  const { language } = c.var
  const { title, panel } = words(language)
  const href = `/${language}/chat`
  return framedPage(
    c,
    { title, islands: ['islands/chat.ts'], look: 'chat-framed' },
    <>
      <header class="chat-panel-head">
        <h1>{title}</h1>
        <a href={href}>{panel.own}</a>
        <button class="chat-panel-close" type="button" aria-label={panel.close}>
          <Icon name="close" />
        </button>
      </header>
      <main class="chat-panel-body" data-panel={href} data-unread={labelled(panel.unread, language)}>
        <p role="status">{panel.loading}</p>
      </main>
    </>,
  )
})
