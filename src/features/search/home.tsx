import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../platform/http'
import { Card, CardGrid, Drawing, type DrawingName, Hero, Icon, InlineForm, LinkButton, TextInput } from '../../ui'
import { firstPhotos, ListingCardOf, summariesOf } from '../listings'
import { Suggestions } from './panel'
import { popular } from './popular'
import { keysFrom } from './queries/keys'
import { keptAmong } from './queries/rows'
import { everything } from './search'
import { words } from './words'

const newest = 8
const drawings: readonly DrawingName[] = ['search', 'letterbox', 'keys']

/** The opening of the site: one question, the towns, the newest adverts, and how it works. */
export async function home(c: Context<Env>): Promise<Child> {
  const { p, language, viewer } = c.var
  const now = p.clock.now()
  const [towns, keys] = await Promise.all([
    popular(p, now),
    keysFrom(p.db, { now, inFeed: false, lexemes: '' }, everything, { limit: newest, few: false }),
  ])
  const ids = keys.map(({ id }) => id)
  const [summaries, photos, favourites] = await Promise.all([
    summariesOf(p.db, now, ids),
    firstPhotos(p.db, ids),
    viewer ? keptAmong(p.db, viewer.personId, ids) : undefined,
  ])
  const all = words(language)
  const text = all.home
  return (
    <>
      <Hero title={text.title} lead={text.lead}>
        <InlineForm action={`/${language}/rooms`} submit={text.search} icon="search">
          <TextInput
            lang={language}
            name="where"
            label={text.where}
            hint={text.hint}
            type="search"
            list="known-places"
            autocomplete="off"
            spellcheck={false}
            maxlength={80}
            data-places
          />
        </InlineForm>
        <p class="soft small">{text.kot}</p>
        <Suggestions id="known-places" names={towns.map(({ place }) => place.names[language])} />
      </Hero>
      <section class="towns flow" aria-labelledby="towns">
        <h2 id="towns">{text.towns}</h2>
        <CardGrid
          compact
          items={towns.map(({ place, n }) => (
            <Card level={3} title={place.names[language]} href={`/${language}/rooms?where=${place.id}`}>
              {n > 0 && <p class="town-count">{text.rooms(n)}</p>}
            </Card>
          ))}
        />
      </section>
      {summaries.length > 0 && (
        <section class="flow" aria-labelledby="newest">
          <h2 id="newest">{text.newest}</h2>
          <CardGrid
            items={summaries.map((summary) => (
              <ListingCardOf
                summary={summary}
                photo={photos.get(summary.id)}
                language={language}
                now={now}
                level={3}
                favourite={favourites && { on: favourites.has(summary.id), to: `/${language}` }}
              />
            ))}
          />
          <p>
            <LinkButton href={`/${language}/rooms`} variant="secondary">
              {text.seeAll}
            </LinkButton>
          </p>
        </section>
      )}
      <section class="flow" aria-labelledby="how">
        <h2 id="how">{text.how}</h2>
        <ol class="how">
          {text.steps.map((step, at) => (
            <li>
              <Drawing name={drawings[at] ?? 'door'} />
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section class="safe flow" aria-labelledby="safe">
        <h2 id="safe">{text.safe}</h2>
        <ul class="safe-list">
          {text.promises.map((promise) => (
            <li>
              <Icon name="lock" /> <span>{promise}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={`/${language}/privacy`}>{text.privacy}</a>
        </p>
      </section>
    </>
  )
}
