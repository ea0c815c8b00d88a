import type { Child } from 'hono/jsx'

/** A word that explains itself on the spot. `id` is unique on the page. A browser without popovers shows the explanation in line. */
export const Term = ({ id, word, children }: { id: string; word: Child; children?: Child }) => (
  <>
    <button class="term" type="button" popovertarget={`term-${id}`}>
      {word}
    </button>
    <span class="term-text" id={`term-${id}`} popover="auto" role="note">
      {children}
    </span>
  </>
)
