import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../platform/http'
import { words } from './words'

/** The part of My account that leads to what one asked, and to asking. */
export async function accountPanel(c: Context<Env>): Promise<Child> {
  const lang = c.var.language
  const text = words(lang).state
  return (
    <ul class="your-data">
      <li>
        <a href={`/${lang}/privacy/request`}>{text.panel}</a>
      </li>
      <li>
        <a href={`/${lang}/account/requests`}>{text.all}</a>
      </li>
    </ul>
  )
}
