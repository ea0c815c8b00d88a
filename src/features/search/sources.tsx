import type { Context } from 'hono'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import { labelled } from '../../std/written'
import { Prose } from '../../ui'
import { attribution } from '../places'
import { words } from './words'

/** Whose work the site stands on, named as their licences ask. */
export function sources(c: Context<Env>): Promise<Response> {
  const { language } = c.var
  const text = words(language).sources
  return page(
    c,
    { title: text.title, description: text.lead, sharedFor: 3600 },
    <Prose>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.places}</h2>
      <p>{attribution.text[language]}</p>
      <p>
        <a href={attribution.url}>{attribution.source}</a>. {labelled(text.licence, language)}{' '}
        <a href={attribution.licenceUrl} rel="license">
          {attribution.licence}
        </a>
      </p>
      <p>{text.campuses}</p>
      <p>{text.distances}</p>
      <h2>{text.mapTitle}</h2>
      <p>{text.map}</p>
      <h2 id="median">{text.medianTitle}</h2>
      <p>{text.median}</p>
      <h2>API</h2>
      <p>
        {labelled(text.api, language)} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
      </p>
    </Prose>,
  )
}
