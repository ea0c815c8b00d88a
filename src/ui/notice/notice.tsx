import type { Child } from 'hono/jsx'
import { Icon } from '../icon/icon'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

/** Something to know here. `live` announces it: for the answer to what somebody just did. */
export const Notice = ({
  tone = 'info',
  title,
  live,
  children,
}: {
  tone?: NoticeTone
  title?: string
  live?: boolean
  children?: Child
}) => (
  <div class={`notice notice-${tone}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <Icon name={tone} />
    <div class="notice-text">
      {title && <p class="notice-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  </div>
)
