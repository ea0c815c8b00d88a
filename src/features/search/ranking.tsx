import type { Context } from 'hono'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Prose } from '../../ui'
import { words } from './words'

/** How results are ordered, for people: the parameters and why they count (Digital Services Act, article 27; promise G12). */
export function ranking(c: Context<Env>): Promise<Response> {
  const text = words(c.var.language)
  const { ranking: said } = text
  return page(
    c,
    { title: said.title, description: said.lead, sharedFor: 3600 },
    <Prose>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <h2>{said.ordersTitle}</h2>
      <dl>
        {(['newest', 'price', 'distance'] as const).map((sort) => (
          <>
            <dt>{text.sorts[sort]}</dt>
            <dd>{said.orders[sort]}</dd>
          </>
        ))}
      </dl>
      <p>{said.chosen}</p>
      {said.parts.map(([title, body]) => (
        <>
          <h2>{title}</h2>
          <p>{body}</p>
        </>
      ))}
      <p>
        <a href={`/${c.var.language}/rooms`}>{text.all}</a>
      </p>
    </Prose>,
  )
}
