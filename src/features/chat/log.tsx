import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { MessageBubble, Thread, Time } from '../../ui'
import type { Said, Side } from './conversation'
import { words } from './words'

type At = { lang: Language; side: Side; site: string }

const Bubble = ({ lang, side, site, ours, at, children }: At & { ours: boolean; at: Child; children?: Child }) => (
  <MessageBubble lang={lang} mine={ours === (side === 'staff')} from={side === 'staff' ? words(lang).desk.visitor : site} at={at}>
    {children}
  </MessageBubble>
)

export type LogProps = At & {
  said: readonly Said[]
  /** Where the page is, under which it follows and says that somebody types. */
  path: string
  /** There is a conversation to follow. */
  follows: boolean
  /** What stands above what is said: who is there. It changes with what is heard. */
  here: Child
  typing: string
  /** What stands there before anything is said. */
  empty?: string
  children?: Child
}

/** A conversation with what is typed under it. islands/chat.ts makes it live; without it the page is loaded again. */
export const Log = ({ said, path, follows, here, typing, empty, children, ...at }: LogProps) => {
  const { lang } = at
  const text = words(lang)
  return (
    <section
      class="chat flow"
      id="chat"
      data-chat={path}
      data-follows={follows ? 'yes' : undefined}
      data-last={said.at(-1)?.number ?? 0}
      data-lost={at.side === 'staff' ? text.desk.lost : text.lost}
      data-not-sent={text.notSent}
      data-erased={at.side === 'staff' ? text.desk.erased : text.erased}
    >
      {here}
      <Thread label={text.conversation} live>
        {said.map((one) => (
          <Bubble {...at} ours={one.ours} at={<Time at={one.at} lang={lang} />}>
            {one.text}
          </Bubble>
        ))}
      </Thread>
      {[false, true].map((ours) => (
        <template data-ours={ours ? 'yes' : 'no'}>
          <Bubble {...at} ours={ours} at={<time></time>} />
        </template>
      ))}
      {empty && said.length === 0 && <p class="chat-empty soft">{empty}</p>}
      <p class="chat-typing soft small" role="status" data-said={typing}></p>
      {children}
      <p class="chat-lost field-error" role="alert" hidden></p>
    </section>
  )
}
