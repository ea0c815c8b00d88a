import type { Child } from 'hono/jsx'

export type CardProps = { title?: Child; level?: 2 | 3; href?: string; children?: Child }

/** A surface of its own. With `href` the whole card leads there. */
export const Card = ({ title, level = 2, href, children }: CardProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class={href ? 'card card-link' : 'card'}>
      {title && (
        <Heading class="card-title">
          {href ? (
            <a class="card-cover" href={href}>
              {title}
            </a>
          ) : (
            title
          )}
        </Heading>
      )}
      <div class="card-body flow">{children}</div>
    </article>
  )
}

/** Cards of one width beside each other, as many as fit; `compact` for cards of a few words. */
export const CardGrid = ({ label, compact, items }: { label?: string; compact?: boolean; items: readonly Child[] }) => (
  <ul class={compact ? 'card-grid card-grid-compact' : 'card-grid'} aria-label={label}>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
