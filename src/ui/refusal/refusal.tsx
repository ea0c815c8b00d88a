import type { Child } from 'hono/jsx'
import { Drawing, type DrawingName } from '../drawing/drawing'

/** What a page says that says no, with a drawing beside it where there is room. */
export const Refusal = ({ drawing, children }: { drawing: DrawingName; children?: Child }) => (
  <div class="refusal">
    <div class="flow">{children}</div>
    <Drawing name={drawing} />
  </div>
)
