import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { labelled } from '../../std/written'
import { Avatar } from '../avatar/avatar'
import { words } from '../words'

export type MessageBubbleProps = { lang: Language; from: string; mine?: boolean; at: Child; status?: string; children?: Child }

/** One message; line ends stay as they were typed. */
export const MessageBubble = ({ lang, from, mine, at, status, children }: MessageBubbleProps) => (
  <article class={mine ? 'bubble bubble-mine' : 'bubble'}>
    <header class="bubble-head">
      <strong>{mine ? words(lang).you : from}</strong> <span class="bubble-at">{at}</span>
    </header>
    <div class="bubble-text">{children}</div>
    {status && <footer class="bubble-status">{status}</footer>}
  </article>
)

/** The messages of one conversation, oldest first. `live`: new ones are put under them, and said to who hears the page. */
export const Thread = ({ label, live, children }: { label: string; live?: boolean; children?: Child }) =>
  live ? (
    <div class="thread" role="log" aria-label={label} tabindex={0}>
      {children}
    </div>
  ) : (
    <section class="thread" aria-label={label}>
      {children}
    </section>
  )

/** `tag` says how the conversation stands. */
export type ThreadItem = { href: string; about: string; with: string; line: string; at: Child; unread?: boolean; tag?: Child }

/** Conversations, newest first. */
export const ThreadList = ({ lang, items }: { lang: Language; items: readonly ThreadItem[] }) => (
  <ul class="thread-list">
    {items.map(({ href, about, with: other, line, at, unread, tag }) => (
      <li class={unread ? 'thread-item thread-unread' : 'thread-item'}>
        <Avatar name={other} />
        <div class="thread-item-text">
          <a class="card-cover thread-item-about" href={href}>
            {unread && <span class="visually-hidden">{labelled(words(lang).unread, lang)} </span>}
            {about}
          </a>
          <p class="thread-item-at">
            {other} · {at} {tag}
          </p>
          <p class="thread-item-line">{line}</p>
        </div>
      </li>
    ))}
  </ul>
)
