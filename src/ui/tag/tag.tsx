import type { Child } from 'hono/jsx'

export type TagTone = 'plain' | 'brand' | 'accent' | 'success' | 'warning' | 'danger'

/** A short word about a state; the word says it, the colour only helps. */
export const Tag = ({ tone = 'plain', children }: { tone?: TagTone; children?: Child }) => (
  <span class={`tag tag-${tone}`}>{children}</span>
)
