import type { Child } from 'hono/jsx'

/** A line above a list: how many there are, and what can be done with them. */
export const Toolbar = ({ start, children }: { start: Child; children?: Child }) => (
  <div class="toolbar">
    <div class="toolbar-start">{start}</div>
    {children}
  </div>
)
