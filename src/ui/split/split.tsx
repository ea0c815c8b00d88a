import type { Child } from 'hono/jsx'

/** A main column with something beside it on a wide screen; on a phone the aside comes first, or last with `after`. */
export const Split = ({ aside, after, children }: { aside: Child; after?: boolean; children?: Child }) => (
  <div class={after ? 'split split-after' : 'split'}>
    {!after && <div class="split-aside">{aside}</div>}
    <div class="split-main flow">{children}</div>
    {after && <div class="split-aside">{aside}</div>}
  </div>
)
