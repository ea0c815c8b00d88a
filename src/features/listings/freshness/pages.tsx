import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../../platform/feature'
import { check, choice, readForm } from '../../../platform/forms'
import { addressOf, type Env, missing, networkOf } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { Button, Card, Empty, Form, LinkButton, Notice, Tag, Time } from '../../../ui'
import { personOfLink } from '../../accounts'
import { ruledOn } from '../../desk'
import { priceOf, townOf } from '../card'
import { paths } from '../paths'
import { mayBePublic } from '../public'
import { advertNamed, setStatus } from '../queries'
import { TellRest } from '../tell-rest'
import { askAbout } from './ask'
import { advertsAskedAbout, askedAdvert, confirm } from './queries'
import { words } from './words'

const answers = ['free', 'rented', 'pause'] as const
type Answer = (typeof answers)[number]
const answerForm = z.object({
  answer: choice(answers),
  advert: z.preprocess(
    (value) => [value].flat(),
    z
      .array(z.string().regex(/^[a-z0-9]{12}$/))
      .min(1)
      .max(1000),
  ),
})

const tokenShape = '[\\w-]{20,60}'
const pathOf = (c: Context<Env>, token: string) => `/${c.var.language}/adverts/still-free/${token}`

type Asked = Awaited<ReturnType<typeof advertsAskedAbout>>[number]

const AskedAdvert = ({
  c,
  token,
  advert,
  ruling,
}: {
  c: Context<Env>
  token: string
  advert: Asked
  ruling?: string | undefined
}) => {
  const { language: lang, p } = c.var
  const text = words(lang)
  const { price, priceNote } = priceOf(advert, lang)
  return (
    <Card title={advert.title} level={2}>
      <p class="soft">
        {[advert.street, townOf(advert, lang)].filter(Boolean).join(', ')} · {price} {priceNote}
      </p>
      <p class="soft small">
        {advert.lapsed && <Tag tone="warning">{text.lapsed}</Tag>} {text.lastSaid}{' '}
        <Time at={advert.confirmed_at ?? advert.updated_at} now={p.clock.now()} lang={lang} />
      </p>
      <Form action={pathOf(c, token)} hidden={{ advert: advert.public_id }} label={advert.title}>
        <div class="own-acts">
          {answers
            .filter((answer) => answer !== 'pause' || !advert.lapsed)
            .map((answer) => (
              <Button small variant={answer === 'free' ? 'primary' : 'secondary'} name="answer" value={answer}>
                {text.answers[answer]}
              </Button>
            ))}
        </div>
      </Form>
      {advert.lapsed && ruling && (
        <p class="small">
          <a href={`/${lang}/decisions/${ruling}`}>{text.askHuman}</a>
        </p>
      )}
    </Card>
  )
}

async function askedPage(c: Context<Env>, token: string) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const person = await personOfLink(p, p.db, 'adverts', token)
  const adverts = await advertsAskedAbout(p.db, person)
  const lapsed = adverts.filter((advert) => advert.lapsed).map(({ id }) => id)
  const rulings = await ruledOn(p.db, lapsed)
  const done = answers.find((answer) => answer === c.req.query('done'))
  return page(
    c,
    { title: text.title, noindex: true },
    <>
      {done && (
        <Notice tone="success" live>
          {text.done[done]} {done === 'rented' && <TellRest c={c} />}
        </Notice>
      )}
      <h1>{text.title}</h1>
      {adverts.length === 0 ? (
        <Empty drawing="keys" title={text.allDone}>
          <p>{text.allDoneText}</p>
          <p>
            <LinkButton href={paths(lang).mine} variant="secondary">
              {text.toMine}
            </LinkButton>
          </p>
        </Empty>
      ) : (
        <>
          <p class="lead">{text.lead(adverts.length)}</p>
          <p>{text.why}</p>
          {adverts.length > 1 && (
            <form method="post" action={pathOf(c, token)}>
              {adverts.map(({ public_id }) => (
                <input type="hidden" name="advert" value={public_id} />
              ))}
              <Button name="answer" value="free">
                {text.allFree(adverts.length)}
              </Button>
            </form>
          )}
          {adverts.map((advert) => (
            <AskedAdvert c={c} token={token} advert={advert} ruling={rulings.get(advert.id)} />
          ))}
        </>
      )}
    </>,
  )
}

/** What the owner says of one of their adverts. Another's, or one that is not asked about, is left. */
async function answerFor(p: Platform, person: string, publicId: string, answer: Answer): Promise<void> {
  await p.db.transaction().execute(async (trx) => {
    const advert = await askedAdvert(trx, person, publicId)
    if (!advert) return
    const now = p.clock.now()
    if (answer === 'free') await confirm(trx, advert.id, now)
    else await setStatus(trx, advert.id, answer === 'rented' ? 'rented' : 'paused', now)
    await p.emit(trx, 'listing.changed', { listing: advert.id, person })
  })
}

const limit = (c: Context<Env>, what: string, points: number) =>
  c.var.p.limits.count(`listings.${what}`, networkOf(addressOf(c)), points, 900)

/** The page that the mail leads to: a button for each advert, without signing in. Opening it changes nothing; the link works for a week. */
export const freshnessPages = new Hono<Env>()
  .get(`/adverts/still-free/:token{${tokenShape}}`, async (c) => {
    await limit(c, 'stillFree', 100)
    return askedPage(c, c.req.param('token'))
  })
  .post(`/adverts/still-free/:token{${tokenShape}}`, async (c) => {
    await limit(c, 'stillFree', 100)
    const { p, language } = c.var
    const token = c.req.param('token')
    const person = await personOfLink(p, p.db, 'adverts', token)
    const { typed } = await readForm(c)
    const checked = check(answerForm, typed, language)
    if (!checked.ok) return askedPage(c, token)
    const { advert: adverts, answer } = checked.values
    for (const advert of adverts) await answerFor(p, person, advert, answer)
    return c.redirect(`${pathOf(c, token)}?done=${answer}${answer === 'rented' ? `&let=${adverts[0]}` : ''}`, 303)
  })
  // A visitor who heard that it is let: the owner is asked, and nobody learns who said so.
  .post('/rooms/:publicId{[a-z0-9]{12}}/let', async (c) => {
    const { p, language } = c.var
    await limit(c, 'let', 10)
    const advert = await advertNamed(p.db, c.req.param('publicId'))
    if (!advert || !mayBePublic(advert, p.clock.now())) throw missing()
    await askAbout(p, advert.id)
    return c.redirect(`/${language}/rooms/${advert.public_id}/let`, 303)
  })
  .get('/rooms/:publicId{[a-z0-9]{12}}/let', async (c) => {
    const { p, language: lang } = c.var
    if (!(await advertNamed(p.db, c.req.param('publicId')))) throw missing()
    const text = words(lang)
    return page(
      c,
      { title: text.thanksTitle, noindex: true },
      <>
        <h1>{text.thanksTitle}</h1>
        <p class="lead">{text.thanks}</p>
        <LinkButton href={paths(lang).rooms} variant="secondary">
          {text.toRooms}
        </LinkButton>
      </>,
    )
  })
