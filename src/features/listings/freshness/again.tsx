import { type Context, Hono } from 'hono'
import type { Platform } from '../../../platform/feature'
import { type Errors, readForm, type Typed } from '../../../platform/forms'
import { type Env, missing, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { BackLink, Button, ErrorSummary, Form } from '../../../ui'
import { aboutOf, draftFrom, editDraft, ownDraft, withTyped } from '../draft'
import { paths } from '../paths'
import { publish } from '../publish'
import { draftOfListing, ownAdvert, removeDraft } from '../queries'
import { mayAct } from '../rules'
import { type StepName, stepNamed, typedFrom } from '../steps'
import { contentOfRow } from '../stored'
import { checkPage } from '../wizard-pages'
import { words } from './words'

/** What a new year changes: the pages of the wizard that ask it, on one page here. */
const changes: readonly StepName[] = ['availability', 'rent']
const stepsOf = changes.flatMap((name) => stepNamed(name) ?? [])
const fields = stepsOf.flatMap((step) => step.fields)

/** A day moved by whole years until it is no more past. */
export function movedOn(day: string, today: string): string {
  const from = Temporal.PlainDate.from(day)
  const years = Math.max(0, Temporal.PlainDate.from(today).year - from.year)
  const moved = from.add({ years })
  return (Temporal.PlainDate.compare(moved, today) < 0 ? from.add({ years: years + 1 }) : moved).toString()
}

/** What was typed of an advert, its dates moved on: by as many years at the end as at the beginning. */
function proposed(typed: Typed, from: string | null, until: string | null, today: string): Typed {
  if (from === null || until === null || until >= today) return typed
  const start = movedOn(from, today)
  const years = Temporal.PlainDate.from(start).year - Temporal.PlainDate.from(from).year
  return {
    ...typed,
    available: 'from',
    availableFrom: start,
    availableUntil: Temporal.PlainDate.from(until).add({ years }).toString(),
  }
}

async function own(c: Context<Env>) {
  const { p } = c.var
  const { personId } = signedIn(c)
  const advert = await ownAdvert(p.db, c.req.param('publicId') ?? '', personId)
  if (!advert || !(mayAct('publication', advert.status) || advert.status === 'published')) throw missing()
  return { advert, personId }
}

const againPage = (c: Context<Env>, publicId: string, title: string, typed: Typed, errors: Errors = []) => {
  const { p, language: lang } = c.var
  const about = aboutOf(p, lang)
  const text = words(lang).again
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <BackLink lang={lang} href={paths(lang).mine} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{title}</p>
      <p class="measure">{text.lead}</p>
      <Form action={paths(lang).ofAdvert(publicId, 'again')}>
        {stepsOf.map(({ View }) => (
          <View typed={typed} errors={errors} {...about} />
        ))}
        <Button>{text.button}</Button>
      </Form>
    </>,
  )
}

/** Last year's advert, public again in one step: when, and for how much; all else is as it was. */
export function againPages(p: Platform): Hono<Env> {
  return new Hono<Env>()
    .get('/adverts/:publicId{[a-z0-9]{12}}/again', async (c) => {
      const { advert, personId } = await own(c)
      const about = aboutOf(p, c.var.language)
      const typed = typedFrom(contentOfRow(await p.vault.keys(p.db, [personId]), advert), about)
      const { available_from: from, available_until: until } = advert
      return againPage(c, advert.public_id, advert.title, proposed(typed, from, until, about.today))
    })
    .post('/adverts/:publicId{[a-z0-9]{12}}/again', async (c) => {
      const { advert, personId } = await own(c)
      const { language } = c.var
      const { typed } = await readForm(c)
      const about = aboutOf(p, language)
      const errors = stepsOf.flatMap((step) => step.errors(typed, about))
      if (errors.length > 0) return againPage(c, advert.public_id, advert.title, typed, errors)
      // Changes that were begun and left are of last year's advert.
      const begun = await draftOfListing(p.db, advert.id, personId)
      if (begun) await removeDraft(p.db, begun.id)
      const draft = await draftFrom(p, personId, advert.public_id, language, false)
      await editDraft(p, draft, personId, ({ id: _, ...rest }) => ({ ...rest, typed: withTyped(rest.typed, fields, typed) }))
      const published = await publish(p, personId, draft, advert.id, language)
      if (!published.ok) return checkPage(c, await ownDraft(p, p.db, draft, personId), published.wrong)
      return c.redirect(`${paths(language).mine}?${published.status}=${published.publicId}`, 303)
    })
}
