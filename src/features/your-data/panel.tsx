import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../platform/http'
import { words as stop } from './stop/words'
import { words } from './words'

/** The part of My account from which one sees, fetches and erases everything. */
export async function panel(c: Context<Env>): Promise<Child> {
  const lang = c.var.language
  const text = words(lang).account
  const links = [
    [`/${lang}/account/data`, text.see],
    [`/${lang}/account/copy`, text.copy],
    [`/${lang}/account/objections`, stop(lang).objections.link],
    [`/${lang}/account/restriction`, stop(lang).restriction.link],
    [`/${lang}/privacy`, text.statement],
    [`/${lang}/account/end`, text.end],
  ] as const
  return (
    <>
      <h2>{text.title}</h2>
      <p class="measure">{text.text}</p>
      <ul class="your-data">
        {links.map(([href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
