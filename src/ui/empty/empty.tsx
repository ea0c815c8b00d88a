import type { Child } from 'hono/jsx'
import { Drawing, type DrawingName } from '../drawing/drawing'

/** There is nothing here yet: say why, and what to do. */
export const Empty = ({
  drawing,
  title,
  level = 2,
  children,
}: {
  drawing: DrawingName
  title: string
  level?: 2 | 3
  children?: Child
}) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="empty">
      <Drawing name={drawing} />
      <Heading class="empty-title">{title}</Heading>
      <div class="empty-text flow">{children}</div>
    </div>
  )
}
