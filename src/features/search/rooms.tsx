import type { Context } from 'hono'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { Language } from '../../std/words'
import { CardGrid, Chips, Empty, LinkButton, Notice, Pagination, Split, Tabs, Toolbar } from '../../ui'
import { firstPhotos, ListingCardOf, summariesOf } from '../listings'
import { campusById, campusLabel } from '../places'
import { targets, wayTo } from './distance'
import { BesideMap, mapStart } from './map/beside'
import { Panel } from './panel'
import { sorts } from './parameters'
import { popular } from './popular'
import { countUpTo, scopeOf } from './queries/matching'
import { keptAmong } from './queries/rows'
import { type Found, find, type Link } from './results'
import { awayFrom, filtersOf, nounOf, partsOf, placeSaid, roomsPath, titleOf, whereLabel } from './said'
import { type Asked, active, ask, changed, everything, queryOf, type Remark, type Search } from './search'
import { words } from './words'

const shared = 30 // seconds that a page of nobody in particular may be kept

/** The list of adverts that an address asks for. An address that could be said more simply is sent to the simple one. */
export async function rooms(c: Context<Env>): Promise<Response> {
  const { language, p, viewer } = c.var
  const given = new URL(c.req.url).searchParams
  const asked = ask(given, language)
  const { search, ignored, remark } = asked
  const path = roomsPath(language, search, asked.page)
  if (ignored.length === 0 && !remark && given.toString() !== new URLSearchParams(queryOf(search, asked.page)).toString())
    return c.redirect(path, 302)

  const now = p.clock.now()
  const [found, towns] = await Promise.all([find(p.db, now, search, asked.page), popular(p, now)])
  const ids = found.keys.map(({ id }) => id)
  const [summaries, photos, favourites] = await Promise.all([
    summariesOf(p.db, now, ids),
    firstPhotos(p.db, ids),
    viewer ? keptAmong(p.db, viewer.personId, ids) : undefined,
  ])
  const stay = stayIn(search)
  const text = words(language)
  const title = titleOf(search, language)
  const to = targets(search)
  const hasStreets = p.config.basemap !== undefined
  const known = towns.map(({ place }) => place.names[language])
  return page(
    c,
    {
      title: found.number > 1 ? `${title}, ${text.page(found.number)}` : title,
      description: text.describe(placeSaid(search, language) || title, countSaid(found, search, language)),
      canonical: path,
      noindex: asked.page !== undefined || search.q !== undefined || search.box !== undefined,
      sharedFor: shared,
      islands: ['islands/rooms.ts'],
      wide: true,
    },
    <>
      <h1>{title}</h1>
      <Split aside={<Panel language={language} search={search} counts={found.counts} atLeast={found.atLeast} known={known} />}>
        <BesideMap language={language} hasStreets={hasStreets}>
          <section
            id="results"
            class="flow"
            aria-label={text.results}
            data-title={title}
            data-map={mapStart(search, summaries, hasStreets)}
          >
            <Remarks asked={asked} language={language} />
            <Above found={found} search={search} language={language} />
            <Chips
              lang={language}
              label={text.filteredOn}
              chips={partsOf(search, language, now).map((part) => ({ text: part.text, href: roomsPath(language, part.without) }))}
              clear={active(search).length > 1 ? roomsPath(language, everything) : undefined}
            />
            {found.number === 1 && p.features.map((feature) => feature.besideSearch?.(language, queryOf(search)))}
            {summaries.length > 0 && (
              <CardGrid
                items={summaries.map((summary, at) => {
                  const near = wayTo(to, summary, language)
                  return (
                    <ListingCardOf
                      summary={summary}
                      photo={photos.get(summary.id)}
                      language={language}
                      now={now}
                      eager={at < 2}
                      stay={stay}
                      distance={
                        near &&
                        [awayFrom(search, near.to, near.way.distance, language), near.to.campus && near.way.byBike]
                          .filter(Boolean)
                          .join(', ')
                      }
                      favourite={favourites && { on: favourites.has(summary.id), to: path }}
                    />
                  )
                })}
              />
            )}
            {ids.length === 0 && found.number > 1 && (
              <Empty drawing="door" title={text.pastEnd}>
                <LinkButton href={roomsPath(language, search)}>{text.toBegin}</LinkButton>
              </Empty>
            )}
            {ids.length === 0 && found.number === 1 && (
              <Nothing drops={await drops(c, search)} search={search} language={language} />
            )}
            <Pages found={found} search={search} language={language} />
            {ids.length > 0 && (
              <p class="ranked">
                {text.ranked[search.sort]} <a href={`/${language}/ranking`}>{text.howRanked}</a>
              </p>
            )}
          </section>
        </BesideMap>
      </Split>
    </>,
  )
}

/** How many months there are to pay for in the stay that is looked for, and which is the first, where both its days are said. */
function stayIn({ from, until }: Search): { months: number; first: number } | undefined {
  if (from === undefined || until === undefined || until <= from) return undefined
  const begin = Temporal.PlainDate.from(from)
  const { months, days } = Temporal.PlainDate.from(until).since(begin, { largestUnit: 'months' })
  const paid = days > 0 ? months + 1 : months
  return paid <= 12 ? { months: paid, first: begin.month } : undefined
}

const countSaid = ({ counts, atLeast }: Found, search: Search, language: Language) =>
  words(language).found(counts.total, atLeast, nounOf(search))

/** How many there are, and in which order they stand. */
function Above({ found, search, language }: { found: Found; search: Search; language: Language }) {
  const text = words(language)
  const offered = sorts.filter((sort) => sort !== 'distance' || search.area || search.campus)
  return (
    <Toolbar start={<p data-count="">{countSaid(found, search, language)}</p>}>
      <Tabs
        label={text.sortBy}
        tabs={offered.map((sort) => ({
          text: text.sorts[sort],
          href: roomsPath(language, changed(search, { sort })),
          current: sort === search.sort,
        }))}
      />
    </Toolbar>
  )
}

function Pages({ found, search, language }: { found: Found; search: Search; language: Language }) {
  const href = ({ page }: Link) => roomsPath(language, search, page)
  const pages = found.near.flatMap((link, at) => {
    const gap = at > 0 && link.number > (found.near[at - 1]?.number ?? 0) + 1
    return [...(gap ? [null] : []), { number: link.number, href: href(link) }]
  })
  return (
    <Pagination
      lang={language}
      pages={pages}
      current={found.number}
      previous={found.previous && href(found.previous)}
      next={found.next && href(found.next)}
    />
  )
}

/** What was left out of the address, or understood otherwise than it was typed. */
function Remarks({ asked, language }: { asked: Asked; language: Language }) {
  const text = words(language)
  const { ignored, remark, search } = asked
  const nameOf = (name: string) => Object.entries(text.parameters).find(([known]) => known === name)?.[1] ?? name
  const kept = queryOf(changed(search, { area: undefined, campus: undefined }))
  const readable = (name: string, value: string) => {
    if (name === 'box') return text.box
    const campus = name === 'campus' ? campusById(value) : undefined
    return campus ? campusLabel(campus, language) : value.slice(0, 40)
  }
  const list = ignored.slice(0, 8).map(({ name, value }) => `${nameOf(name).slice(0, 30)} “${readable(name, value)}”`)
  return (
    <>
      {remark && (
        <Notice live>
          <p>{remarkSaid(remark, whereLabel(search, language) ?? '', language)}</p>
          {'also' in remark && remark.also.length > 0 && (
            <p>
              {text.orMeant}{' '}
              {remark.also.map(({ id, label }, at) => (
                <>
                  {at > 0 && ', '}
                  <a href={`/${language}/rooms?where=${id}${kept && `&${kept}`}`}>{label}</a>
                </>
              ))}
            </p>
          )}
        </Notice>
      )}
      {list.length > 0 && (
        <Notice tone="warning" live>
          <p>{text.ignored(list.join(', '))}</p>
        </Notice>
      )}
    </>
  )
}

function remarkSaid(remark: Remark, found: string, language: Language): string {
  const text = words(language)
  const typed = remark.typed.slice(0, 80)
  if (remark.as === 'forgiven') return text.forgiven(typed, found)
  if (remark.as === 'several') return text.several(typed, found)
  return remark.as === 'words' ? text.byWords(typed) : text.nowhere(typed)
}

type Drop = { text: string; href: string; n: number }
/** Counted so far: enough to choose by. The database finds so few of a word in a large market while it reads, without first listing all that say it. */
const enough = 50

/** Which filters one can drop to find something, the most telling first. */
async function drops(c: Context<Env>, search: Search): Promise<Drop[]> {
  const { language, p } = c.var
  const now = p.clock.now()
  const filters = await Promise.all(
    filtersOf(search, language, now).map(async ({ text, without }) => ({
      text,
      href: roomsPath(language, without),
      n: await countUpTo(p.db, await scopeOf(p.db, now, without, false), without, enough),
    })),
  )
  return filters.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n)
}

function Nothing({ drops, search, language }: { drops: Drop[]; search: Search; language: Language }) {
  const text = words(language)
  if (active(search).length === 0)
    return (
      <Empty drawing="search" title={text.nothingYet.split('. ')[0] ?? ''}>
        <p>{text.nothingYet}</p>
      </Empty>
    )
  return (
    <Empty drawing="search" title={text.none}>
      {drops.length > 0 ? (
        <>
          <p>{text.noneBecause}</p>
          <ul class="drops">
            {drops.map((drop) => (
              <li>
                <a href={drop.href}>{text.without(drop.text)}</a> <span>{text.found(drop.n, drop.n >= enough, 'any')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{text.noneAtAll}</p>
      )}
      <p>
        <LinkButton href={roomsPath(language, everything)} variant="secondary">
          {text.all}
        </LinkButton>
      </p>
    </Empty>
  )
}
