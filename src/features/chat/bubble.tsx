import type { Context } from 'hono'
import { type Env, pathOf } from '../../platform/http'
import { Icon } from '../../ui'
import { panelName } from './panel'
import { words } from './words'

/** The way to the chat, on every page but its own, which loads nothing before it is pressed: a link to its page and, where there is room and the browser runs
 *  scripts, a button that opens it in a panel. The button is that of a form which loads the panel's page in a frame; that page brings the script that opens it
 *  (islands/chat/panel.ts), so that this one needs none. */
export function bubble(c: Context<Env>) {
  const { language } = c.var
  const href = `/${language}/chat`
  if (pathOf(c).startsWith(href)) return {}
  const { title, bubble: label } = words(language)
  const face = (
    <>
      <Icon name="message" />
      <span>{label}</span>
    </>
  )
  return {
    after: (
      <aside class="chat-way wrap" aria-label={title}>
        <a class="chat-bubble" href={href}>
          {face}
        </a>
        <form class="chat-open" action={`${href}/panel`} target={panelName}>
          <p class="chat-unread" role="status"></p>
          <button class="chat-bubble" type="submit" aria-expanded="false" aria-controls={panelName}>
            {face}
          </button>
        </form>
        <div class="chat-panel" id={panelName} role="dialog" aria-label={title} hidden>
          <iframe name={panelName} title={title}></iframe>
        </div>
      </aside>
    ),
  }
}
