import { type Context, Hono } from 'hono'
import { dayOf } from '../../../platform/clock'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import type { Language } from '../../../std/words'
import { dayIn } from '../../../std/written'
import { BackLink, Button, ButtonRow, Empty, Form, LinkButton, Notice, Tag } from '../../../ui'
import { priceOf, townOf } from '../card'
import { paths } from '../paths'
import { FormerPeriods } from '../periods/history'
import { periodsOf } from '../periods/periods'
import type { Period } from '../periods/rules'
import { statusTones } from '../rules'
import { words as listingWords } from '../words'
import { canUndo } from './apply'
import { type Building, buildingsOf } from './buildings'
import { asking, manyPaths } from './paths'
import { type Unit, units } from './queries'
import { words } from './words'

/** From when until when an advert is free or let, in words. */
export function periodOf(unit: Pick<Unit, 'status' | 'available_from' | 'available_until'>, language: Language, today: string) {
  const text = words(language).period
  const { status, available_from: from, available_until: until } = unit
  const day = (of: string | null) => of && dayIn(of, language)
  if (until !== null && until < today) return text.over(dayIn(until, language))
  if (status === 'rented') return text.let(day(from), day(until))
  if (from === null && until === null) return text.unknown
  return text.free(from !== null && from > today ? day(from) : null, day(until))
}

type UnitProps = { c: Context<Env>; unit: Unit; chosen: boolean; periods?: readonly Period[] }

const UnitLine = ({ c, unit, chosen, periods = [] }: UnitProps) => {
  const { p, language } = c.var
  const { price } = priceOf(unit, language)
  const id = `advert-${unit.public_id}`
  return (
    <li class="unit">
      <div class="choice">
        <input class="choice-input" type="checkbox" id={id} name="advert" value={unit.public_id} checked={chosen} />
        <label class="choice-label unit-title" for={id} lang={unit.language === language ? undefined : unit.language}>
          {unit.title}
        </label>
      </div>
      <p class="unit-facts">
        <Tag tone={statusTones[unit.status]}>{listingWords(language).mine.status[unit.status]}</Tag> <strong>{price}</strong>
        <span> · {periodOf(unit, language, dayOf(p.clock.now()))}</span>
      </p>
      <p class="soft small">{[unit.street, townOf(unit, language)].filter(Boolean).join(', ')}</p>
      <FormerPeriods
        periods={periods}
        language={language}
        today={dayOf(p.clock.now())}
        href={paths(language).ofAdvert(unit.public_id, 'figures')}
      />
    </li>
  )
}

type GroupProps = {
  c: Context<Env>
  building?: Building
  title: string
  of: readonly Unit[]
  isChosen(unit: Unit): boolean
  /** By the id of the unit. */
  periods: ReadonlyMap<string, readonly Period[]>
}

const Group = ({ c, building, title, of, isChosen, periods }: GroupProps) => {
  const { language } = c.var
  const text = words(language).overview
  const to = manyPaths(language)
  return (
    <section class="unit-group flow">
      <h2>{title}</h2>
      <p class="soft">{of.length === 0 ? text.empty : text.units(of.length)}</p>
      {building && (
        <div class="own-acts">
          {of.length > 0 && (
            <>
              <LinkButton
                small
                href={asking(to.change, { advert: of.map(({ public_id }) => public_id), dates: 'nextYear', act: 'publication' })}
              >
                <span aria-hidden="true">{text.nextYear}</span>
                <span class="visually-hidden">{text.nextYearOf(title)}</span>
              </LinkButton>
              <LinkButton small variant="secondary" href={asking(to.overview, { building: building.id })}>
                {text.allOf(title)}
              </LinkButton>
            </>
          )}
          <LinkButton small variant="quiet" href={to.building(building.id)}>
            <span aria-hidden="true">{text.manage}</span>
            <span class="visually-hidden">{text.manageOf(title)}</span>
          </LinkButton>
        </div>
      )}
      <ul class="unit-list">
        {of.map((unit) => (
          <UnitLine c={c} unit={unit} chosen={isChosen(unit)} periods={periods.get(unit.id)} />
        ))}
      </ul>
    </section>
  )
}

const whole = (typed: string | undefined) => (/^\d{1,4}$/.test(typed ?? '') ? Number(typed) : 0)

/** What was just done, and the way back from it. */
const Told = ({ c, undoable }: { c: Context<Env>; undoable: boolean }) => {
  const { language } = c.var
  const { overview: text, change } = words(language)
  const [done, left, undone] = [c.req.query('done'), whole(c.req.query('left')), c.req.query('undone')]
  const [unread, drafts] = [whole(c.req.query('unread')), whole(c.req.query('drafts'))]
  const message =
    done !== undefined
      ? [
          whole(done) === 0 ? drafts === 0 && change.nothingChanges : text.done(whole(done)),
          drafts > 0 && text.drafts(drafts),
          left > 0 && text.left(left),
          unread > 0 && text.unread(unread),
        ]
          .filter(Boolean)
          .join(' ')
      : undone !== undefined
        ? text.undone(whole(undone))
        : c.req.query('saved') !== undefined
          ? text.named
          : undefined
  if (message === undefined && !undoable)
    return c.req.query('none') === undefined ? null : (
      <Notice tone="warning" live>
        {change.noneChosen}
      </Notice>
    )
  return (
    <Notice tone={message === undefined ? 'info' : 'success'} live={message !== undefined}>
      {message && <p>{message}</p>}
      {undoable && (
        <form method="post" action={manyPaths(language).undo}>
          <Button small variant="secondary">
            {text.undo}
          </Button>{' '}
          <span class="small">{text.undoHint}</span>
        </form>
      )}
    </Notice>
  )
}

/** All of one's adverts by building, to be chosen from. */
export const overviewPages = new Hono<Env>().get('/adverts/overview', async (c) => {
  const { p, language } = c.var
  const { personId } = signedIn(c)
  const text = words(language).overview
  const to = manyPaths(language)
  const [all, buildings, undoable] = await Promise.all([
    units(p.db, personId),
    buildingsOf(p, p.db, personId),
    canUndo(p, personId),
  ])
  const periods = await periodsOf(
    p,
    p.db,
    personId,
    all.map(({ id }) => id),
  )
  const isChosen = (unit: Unit) =>
    c.req.query('all') !== undefined || (unit.building_id !== null && unit.building_id === c.req.query('building'))
  const loose = all.filter(({ building_id }) => building_id === null)
  return page(
    c,
    { title: text.title, noindex: true },
    <>
      <BackLink lang={language} href={paths(language).mine} />
      <Told c={c} undoable={undoable} />
      <h1>{text.title}</h1>
      {all.length === 0 ? (
        <Empty drawing="room" title={text.nothing}>
          <p>
            <LinkButton href={paths(language).start}>{listingWords(language).menu.place}</LinkButton>
          </p>
        </Empty>
      ) : (
        <Form method="get" action={to.change} label={text.adverts}>
          <p class="lead">{text.lead}</p>
          <p>
            {all.some(isChosen) ? (
              <a href={to.overview}>{text.none}</a>
            ) : (
              <a href={asking(to.overview, { all: '1' })}>{text.all}</a>
            )}
          </p>
          {buildings.map((building) => (
            <Group
              c={c}
              building={building}
              title={building.name}
              of={all.filter(({ building_id }) => building_id === building.id)}
              isChosen={isChosen}
              periods={periods}
            />
          ))}
          {loose.length > 0 && (
            <Group
              c={c}
              title={buildings.length > 0 ? text.loose : text.adverts}
              of={loose}
              isChosen={isChosen}
              periods={periods}
            />
          )}
          <ButtonRow>
            <Button>{text.change}</Button>
            <Button variant="secondary" formaction={to.buildings}>
              {text.building}
            </Button>
          </ButtonRow>
        </Form>
      )}
      {all.length > 0 && (
        <p>
          <a href={to.phone}>{words(language).phone.title}</a>
        </p>
      )}
      <p>
        <a href={to.file}>{text.file}</a>
      </p>
    </>,
  )
})
