import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../icon/icon'

export type Fact = { icon?: IconName; label: Child; value: Child }

/** What there is to know, each under its name. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ icon, label, value }) => (
      <div>
        <dt>
          {icon && <Icon name={icon} />} {label}
        </dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
