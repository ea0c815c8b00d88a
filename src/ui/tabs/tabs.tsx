export type Tab = { text: string; href: string; current?: boolean; count?: number }

/** Pages that belong together, as links. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(({ text, href, current, count }) => (
        <li>
          <a class="tab" href={href} aria-current={current ? 'page' : undefined}>
            {text} {count !== undefined && <span class="count">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
