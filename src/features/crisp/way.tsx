import type { Context } from 'hono'
import { type Env, pathOf } from '../../platform/http'
import { Icon } from '../../ui'
import { words } from './words'

/** The way to the chat, on every page but its own: a link, which loads nothing. */
export function way(c: Context<Env>) {
  const { language } = c.var
  const href = `/${language}/chat`
  if (pathOf(c).startsWith(href)) return {}
  return {
    after: (
      <aside class="chat-way wrap" aria-label={words(language).title}>
        <a class="chat-bubble" href={href}>
          <Icon name="message" />
          <span>{words(language).way}</span>
        </a>
      </aside>
    ),
  }
}
