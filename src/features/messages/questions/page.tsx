import { type Context, Hono } from 'hono'
import { dayOf } from '../../../platform/clock'
import type { Env } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import type { Region } from '../../../register/tables/listings'
import type { Language } from '../../../std/words'
import { dayIn } from '../../../std/written'
import { Prose } from '../../../ui'
import { type Permitted, type Question, questionsOn } from './questions'
import { words } from './words'

/** What it rests on there, each source once. */
const Sources = ({ of, region, language }: { of: readonly (Permitted | Question)[]; region: Region; language: Language }) => {
  const text = words(language)
  const sources = new Map(
    of.flatMap(({ sources, certainty }) =>
      sources.filter(({ regions }) => regions.includes(region)).map((source) => [source.url, { ...source, certainty }] as const),
    ),
  )
  return (
    <p class="soft small">
      {text.sources}{' '}
      {[...sources.values()].map(({ law, url, certainty }, at) => (
        <>
          {at > 0 && '; '}
          <a href={url} rel="noopener">
            {law}
          </a>
          {certainty === 'unverified' && ` (${text.unverified})`}
        </>
      ))}
    </p>
  )
}

/** What an advertiser may ask of whoever replies, region by region. */
function questions(c: Context<Env>): Promise<Response> {
  const { p, language } = c.var
  const text = words(language)
  return page(
    c,
    { title: text.title, description: text.lead, sharedFor: 3600 },
    <Prose>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.choose}</h2>
      <ul>
        {text.chooseSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      {questionsOn(dayOf(p.clock.now())).map(({ region, may, not }) => (
        <section class="flow" aria-labelledby={region}>
          <h2 id={region}>{text.regions[region]}</h2>
          <h3>{text.may}</h3>
          <ul>
            {may
              .flatMap((one) => one.may)
              .map((what) => (
                <li>{what[language]}</li>
              ))}
          </ul>
          {may.map(({ from }) => (
            <p class="soft small">{text.since(dayIn(from, language))}</p>
          ))}
          <h3>{text.not}</h3>
          <ul>
            {not.map(({ what, why }) => (
              <li>
                <strong>{what[language]}.</strong> {why[language]}
              </li>
            ))}
          </ul>
          <Sources of={[...may, ...not]} region={region} language={language} />
        </section>
      ))}
      <p class="soft">{text.honest}</p>
    </Prose>,
  )
}

export const questionPages = new Hono<Env>().get('/messages/questions', questions)
