import { type Context, Hono } from 'hono'
import { type Env, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { copySchemas, type Glimpse, type GlimpseHolding, GlimpseView, glimpseOf } from '../../privacy'
import { onObjection } from '../../register'
import { BackLink, ButtonRow, LinkButton } from '../../ui'
import { correctAt } from './correct'
import { words as stop } from './stop/words'
import { words } from './words'

/** What one can do about a holding, beside it: correct it where it was given, ask for it, object to each purpose that may be objected to. */
const Beside = ({ c, of }: { c: Context<Env>; of: GlimpseHolding }) => {
  const { p, language: lang } = c.var
  const text = words(lang).data
  const own = correctAt[of.holding]
  const asks = p.features.some(({ name }) => name === 'requests')
  const objects = of.purposes.filter(({ purpose }) => onObjection(purpose))
  if (of.records.length === 0 && objects.length === 0) return null
  return (
    <p class="copy-acts">
      {of.records.length > 0 &&
        (own ? (
          <a href={`/${lang}${own}`}>
            {text.correct}
            <span class="visually-hidden">{` (${of.where})`}</span>
          </a>
        ) : (
          asks && <a href={`/${lang}/account/requests`}>{text.ask}</a>
        ))}
      {objects.map(({ purpose, name }) => (
        <a href={`/${lang}/account/objections#${purpose}`}>{text.object(name)}</a>
      ))}
    </p>
  )
}

const isHeld = ({ holdings }: Glimpse['items'][number]) => holdings.some(({ records }) => records.length > 0)

/** Everything that is held of who is signed in, with what they can do about it; and the shape of a copy, for programs. */
export const dataPages = new Hono<Env>().get('/account/data', async (c) => {
  const { p, language: lang } = c.var
  const all = await glimpseOf(p, signedIn(c).personId, lang)
  const text = words(lang)
  const held = all.items.filter(isHeld)
  const links = [
    [`/${lang}/account/copy`, text.account.copy],
    [`/${lang}/account/objections`, stop(lang).objections.link],
    [`/${lang}/account/restriction`, stop(lang).restriction.link],
    [`/${lang}/account/end`, text.account.end],
  ] as const
  return page(
    c,
    { title: text.data.title, noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/account`} />
      <h1>{text.data.title}</h1>
      <p class="lead">{text.data.lead}</p>
      <ButtonRow>
        {links.map(([href, label]) => (
          <LinkButton variant="secondary" small href={href}>
            {label}
          </LinkButton>
        ))}
      </ButtonRow>
      <nav aria-labelledby="held">
        <h2 id="held" class="copy-index-title">
          {text.data.held(held.length)}
        </h2>
        <ul class="copy-index">
          {held.map(({ item, name }) => (
            <li>
              <a href={`#${item}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="copy">
        <GlimpseView
          of={all}
          at={(holding, what) => `/${lang}/account/data/${holding}${what === 'sent' ? '/sent' : ''}`}
          beside={(of) => <Beside c={c} of={of} />}
        />
      </div>
    </>,
  )
})

/** The published schemas of a copy. */
export const schemas = new Hono<Env>().get('/schemas/:file{(?:copy|portable)\\.json}', (c) => {
  const { copy, portable } = copySchemas()
  return c.json(c.req.param('file') === 'copy.json' ? copy : portable, 200, { 'content-type': 'application/schema+json' })
})
