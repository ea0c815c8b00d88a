import { type Context, Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { typedOf } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { labelled } from '../../std/written'
import { Card, Confirm, Drawing, Empty, Icon, LinkButton, Notice, Picture, Tag, Time } from '../../ui'
import { ruledOn } from '../desk'
import { act, remove } from './acts'
import { priceOf, townOf } from './card'
import { aboutOf, type Draft, draftToChange, openDrafts } from './draft'
import { evidenceIn } from './evidence/rules'
import { words as evidenceWords } from './evidence/words'
import { words as freshnessWords } from './freshness/words'
import { rulesNamed } from './law'
import { type AdvertFigures, figuresOf } from './many/figures'
import { FiguresLine } from './many/figures-page'
import { manyPaths } from './many/paths'
import { words as manyWords } from './many/words'
import { paths } from './paths'
import { FormerPeriods } from './periods/history'
import { periodsOf } from './periods/periods'
import type { Period } from './periods/rules'
import { photoOf } from './picture'
import { type FirstPhoto, firstPhotos } from './public'
import { draftRows, ownAdvert, ownAdverts } from './queries'
import { type Act, acts, mayAct, statusTones } from './rules'
import { stepsOf } from './steps'
import { TellRest } from './tell-rest'
import { words } from './words'

type Own = Awaited<ReturnType<typeof ownAdverts>>[number]

const DraftCard = ({ c, draft }: { c: Context<Env>; draft: Draft }) => {
  const { p, language } = c.var
  const text = words(language).mine
  const to = paths(language)
  const asked = stepsOf(draft.typed, aboutOf(p, language, draft)).map(({ name }) => name)
  const done = asked.filter((name) => draft.done.includes(name))
  const first = asked.find((name) => !done.includes(name))
  return (
    <Card title={typedOf(draft.typed, 'title') || typedOf(draft.typed, 'street') || text.untitled} level={3}>
      <p>
        <Tag>{draft.listingId ? text.changes : text.draft}</Tag> <span class="soft">{text.done(done.length, asked.length)}</span>
      </p>
      <p class="soft small">
        <Time
          at={Temporal.Instant.fromEpochMilliseconds(draft.updatedAt.getTime())}
          now={Temporal.Instant.fromEpochMilliseconds(p.clock.now().getTime())}
          lang={language}
        />
      </p>
      <div class="own-acts">
        <LinkButton small href={to.step(draft.id, first ?? 'check')}>
          {text.goOn}
        </LinkButton>
        <LinkButton small variant="quiet" href={to.ofDraft(draft.id, 'removal')}>
          {words(language).wizard.discard}
        </LinkButton>
      </div>
    </Card>
  )
}

const Post = ({ action, label, what, quiet }: { action: string; label: string; what?: string; quiet?: boolean }) => (
  <form method="post" action={action}>
    <button class={`button button-small button-${quiet ? 'quiet' : 'secondary'}`} type="submit" aria-label={what}>
      {label}
    </button>
  </form>
)

type OwnProps = {
  c: Context<Env>
  advert: Own
  photo?: FirstPhoto
  figures?: AdvertFigures
  periods?: readonly Period[]
  ruling?: string
}

const OwnAdvert = ({ c, advert, photo, figures, periods = [], ruling }: OwnProps) => {
  const { p, language } = c.var
  const text = words(language).mine
  const to = paths(language)
  const over = advert.available_until !== null && advert.available_until < dayOf(p.clock.now())
  // What was let or put away is mostly of another year: the dates are asked again.
  const reopens = over || advert.status === 'rented' || advert.status === 'archived'
  const { price, priceNote } = priceOf(advert, language)
  const noun = (name: string) => to.ofAdvert(advert.public_id, name)
  const may = acts.filter((name) => mayAct(name, advert.status) && !(name === 'publication' && reopens))
  const acting = (name: Act) => (
    <Post action={noun(name)} label={text.acts[name]} what={`${labelled(text.acts[name], language)} ${advert.title}`} />
  )
  return (
    <article class="own">
      <div class="own-picture">{photo ? <Picture photo={photoOf(photo, '')} sizes="10rem" /> : <Drawing name="room" />}</div>
      <div class="own-text">
        <p>
          <Tag tone={statusTones[advert.status]}>{text.status[advert.status]}</Tag>{' '}
          {over && advert.status === 'published' && <Tag tone="warning">{text.over}</Tag>}
        </p>
        <h3 lang={advert.language === language ? undefined : advert.language}>
          <a href={to.room(advert.public_id)}>{advert.title}</a>
        </h3>
        <p class="soft">
          {[advert.street, townOf(advert, language)].filter(Boolean).join(', ')} · {price} {priceNote}
        </p>
        <FiguresLine c={c} publicId={advert.public_id} of={figures} />
        <FormerPeriods periods={periods} language={language} today={dayOf(p.clock.now())} href={noun('figures')} />
        {over && advert.status === 'published' && <p>{text.overText}</p>}
        {advert.status === 'waiting' && <p>{text.waitingText}</p>}
        {advert.against.length > 0 && (
          <ul>
            {rulesNamed(p.site, advert.against).map(({ why }) => (
              <li>{why[language]}</li>
            ))}
          </ul>
        )}
        {advert.lapsed && (
          <p>
            {freshnessWords(language).pausedQuietly}{' '}
            {ruling && <a href={`/${language}/decisions/${ruling}`}>{freshnessWords(language).askHuman}</a>}
          </p>
        )}
        {advert.status === 'removed' && <p>{text.removedText}</p>}
        <div class="own-acts">
          {reopens && (
            <LinkButton small href={noun('again')}>
              {freshnessWords(language).again.link}
            </LinkButton>
          )}
          <Post action={noun('draft')} label={text.edit} what={`${labelled(text.edit, language)} ${advert.title}`} />
          {may.filter((name) => name !== 'archive').map(acting)}
          <details class="own-more">
            <summary>
              {text.more} <span class="visually-hidden">{advert.title}</span> <Icon name="down" />
            </summary>
            <div class="own-acts">
              {evidenceIn[advert.region].length > 0 && (
                <LinkButton small variant="secondary" href={noun('evidence')}>
                  {evidenceWords(language).evidence.open}
                </LinkButton>
              )}
              <Post action={noun('copy')} label={text.copy} what={`${labelled(text.copy, language)} ${advert.title}`} />
              {may.filter((name) => name === 'archive').map(acting)}
              <LinkButton small variant="quiet" href={noun('removal')}>
                {text.remove}
              </LinkButton>
            </div>
          </details>
        </div>
      </div>
    </article>
  )
}

/** What was just done, told once: the address says so, in codes. */
const Told = ({ c }: { c: Context<Env> }) => {
  const { mine, wizard } = words(c.var.language)
  const made = c.req.query('published') ?? c.req.query('held')
  const acted = c.req.query('acted')
  const known = [...acts, 'removal' as const].find((name) => name === acted)
  const message =
    c.req.query('published') !== undefined
      ? mine.published
      : c.req.query('held') !== undefined
        ? mine.held
        : c.req.query('saved') !== undefined
          ? wizard.saved
          : known && mine.acted[known]
  if (!message) return null
  return (
    <Notice tone="success" live>
      <p>
        {message} <TellRest c={c} />
        {made && /^[a-z0-9]{12}$/.test(made) && <a href={paths(c.var.language).room(made)}>{mine.see}</a>}
      </p>
    </Notice>
  )
}

async function minePage(c: Context<Env>): Promise<Response> {
  const { personId } = signedIn(c)
  const { p, language } = c.var
  const text = words(language)
  const to = paths(language)
  const [drafts, adverts] = await Promise.all([
    draftRows(p.db, personId).then((rows) => openDrafts(p, p.db, rows)),
    ownAdverts(p.db, personId),
  ])
  const ids = adverts.map(({ id }) => id)
  const [photos, figures, periods, rulings] = await Promise.all([
    firstPhotos(p.db, ids),
    figuresOf(p, p.db, ids),
    periodsOf(p, p.db, personId, ids),
    ruledOn(
      p.db,
      adverts.filter(({ lapsed }) => lapsed).map(({ id }) => id),
    ),
  ])
  return page(
    c,
    { title: text.mine.title, noindex: true },
    <>
      <Told c={c} />
      <h1>{text.mine.title}</h1>
      {drafts.length + adverts.length === 0 ? (
        <Empty drawing="room" title={text.mine.emptyTitle}>
          <p>{text.mine.empty}</p>
          <p>
            <LinkButton href={to.start} icon="plus">
              {text.menu.place}
            </LinkButton>
          </p>
          <p>
            <a href={manyPaths(language).file}>{text.mine.emptyMany}</a>
          </p>
        </Empty>
      ) : (
        <p>
          <LinkButton href={to.start} icon="plus">
            {text.menu.place}
          </LinkButton>
        </p>
      )}
      {drafts.length > 0 && (
        <section class="flow">
          <h2>{text.mine.drafts}</h2>
          <div class="own-drafts">
            {drafts.map((draft) => (
              <DraftCard c={c} draft={draft} />
            ))}
          </div>
        </section>
      )}
      {adverts.length > 0 && (
        <p>
          <a href={`${to.mine}/advertiser`}>{evidenceWords(language).advertiser.change}</a>
        </p>
      )}
      {adverts.length > 0 && (
        <section class="flow">
          <h2>{text.mine.online}</h2>
          {adverts.length > 1 && (
            <p>
              <LinkButton variant="secondary" href={manyPaths(language).overview}>
                {manyWords(language).overview.link}
              </LinkButton>
            </p>
          )}
          {adverts.map((advert) => (
            <OwnAdvert
              c={c}
              advert={advert}
              photo={photos.get(advert.id)}
              figures={figures.get(advert.id)}
              periods={periods.get(advert.id)}
              ruling={rulings.get(advert.id)}
            />
          ))}
        </section>
      )}
    </>,
  )
}

/** The page of one's adverts, and what one does with each. */
export function mine(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/adverts', minePage)
  for (const name of acts satisfies readonly Act[])
    app.post(`/adverts/:publicId{[a-z0-9]{12}}/${name}`, async (c) => {
      const { personId } = signedIn(c)
      const to = paths(c.var.language)
      const done = await act(p, personId, c.req.param('publicId'), name)
      if (done === 'held') return c.redirect(`${to.mine}?held=${c.req.param('publicId')}`, 303)
      if (done === 'refused')
        return c.redirect(to.step(await draftToChange(p, personId, c.req.param('publicId'), c.var.language), 'check'), 303)
      return c.redirect(`${to.mine}?acted=${name}${name === 'rental' ? `&let=${c.req.param('publicId')}` : ''}`, 303)
    })
  app.get('/adverts/:publicId{[a-z0-9]{12}}/removal', async (c) => {
    const { personId } = signedIn(c)
    const { language } = c.var
    const text = words(language)
    const to = paths(language)
    const advert = await ownAdvert(p.db, c.req.param('publicId'), personId)
    if (!advert) throw missing()
    return page(
      c,
      { title: text.mine.removeTitle, noindex: true },
      <>
        <h1>{advert.title}</h1>
        <Confirm
          title={text.mine.removeTitle}
          action={to.ofAdvert(advert.public_id, 'removal')}
          confirm={text.mine.remove}
          cancel={{ href: to.mine, text: text.wizard.keep }}
          danger
        >
          <p>{text.mine.removeText}</p>
        </Confirm>
      </>,
    )
  })
  app.post('/adverts/:publicId{[a-z0-9]{12}}/removal', async (c) => {
    await remove(p, signedIn(c).personId, c.req.param('publicId'))
    return c.redirect(`${paths(c.var.language).mine}?acted=removal`, 303)
  })
  return app
}
