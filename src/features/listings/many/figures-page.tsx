import { type Context, Hono } from 'hono'
import { dayOf } from '../../../platform/clock'
import { type Env, missing, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { countIn, dayIn } from '../../../std/written'
import { BackLink, Table } from '../../../ui'
import { paths } from '../paths'
import { History } from '../periods/history'
import { periodsOf } from '../periods/periods'
import { ownAdvert } from '../queries'
import { Bars } from './chart'
import { type AdvertFigures, figures, figuresOf } from './figures'
import { words } from './words'

/** The figures of an advert in one line, with a small picture of its visits; the whole behind a link. */
export const FiguresLine = ({ c, publicId, of }: { c: Context<Env>; publicId: string; of: AdvertFigures | undefined }) => {
  if (!of || figures.every((figure) => of.sums[figure] === 0)) return null
  const { language } = c.var
  const text = words(language).figures
  const count = (n: number) => countIn(n, language)
  return (
    <p class="figures-line">
      <Bars values={of.days.map(({ views }) => views)} />
      <a href={paths(language).ofAdvert(publicId, 'figures')}>
        {text.line(count(of.sums.views), count(of.sums.saves), count(of.sums.replies))}
      </a>
    </p>
  )
}

const FiguresOf = ({ c, of }: { c: Context<Env>; of: AdvertFigures }) => {
  const { language } = c.var
  const text = words(language).figures
  const count = (n: number) => countIn(n, language)
  return (
    <>
      <div class="figures">
        {figures.map((figure) => (
          <section class="figure">
            <h2 class="figure-name">{text[figure]}</h2>
            <p class="figure-sum">{count(of.sums[figure])}</p>
            <Bars values={of.days.map((day) => day[figure])} />
            {of.sums[figure] > 0 && <p class="soft small">{text.most(count(Math.max(...of.days.map((day) => day[figure]))))}</p>}
          </section>
        ))}
      </div>
      <details>
        <summary>{text.table}</summary>
        <Table
          id="days"
          caption={text.caption}
          columns={[{ title: text.day }, ...figures.map((figure) => ({ title: text[figure], numeric: true }))]}
          rows={of.days.toReversed().map((day) => [dayIn(day.day, language), ...figures.map((figure) => count(day[figure]))])}
        />
      </details>
    </>
  )
}

/** The figures of one of one's own adverts. */
export const figuresPages = new Hono<Env>().get('/adverts/:publicId{[a-z0-9]{12}}/figures', async (c) => {
  const { p, language } = c.var
  const { personId } = signedIn(c)
  const advert = await ownAdvert(p.db, c.req.param('publicId'), personId)
  if (!advert) throw missing()
  const text = words(language).figures
  const of = (await figuresOf(p, p.db, [advert.id])).get(advert.id)
  const periods = (await periodsOf(p, p.db, personId, [advert.id])).get(advert.id) ?? []
  const beside = await Promise.all(p.features.map((feature) => feature.besideFigures?.(c, advert.id)))
  return page(
    c,
    { title: text.title, noindex: true },
    <>
      <BackLink lang={language} href={paths(language).mine} />
      <h1>{text.title}</h1>
      <p class="lead" lang={advert.language === language ? undefined : advert.language}>
        {advert.title}
      </p>
      <p class="measure">
        {text.lead} {text.who}
      </p>
      {beside}
      {of && <FiguresOf c={c} of={of} />}
      <History periods={periods} language={language} today={dayOf(p.clock.now())} />
    </>,
  )
})
