import { type Context, Hono } from 'hono'
import type { Platform } from '../../platform/feature'
import { readForm, typedOf } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { aboutOf, draftFrom, draftToChange, editDraft, newDraft, ownDraft, withTyped } from './draft'
import { inputOf, refusals } from './law'
import { lookUp } from './lookup'
import { paths } from './paths'
import { removePhotoFiles } from './photos/store'
import { publish } from './publish'
import { photosNamed, photosOf, removeDraft, removePhotos } from './queries'
import { nextAfter } from './rules'
import { findingsIn, stepNamed, stepNames, stepsOf } from './steps'
import { checkPage, discardPage, startPage, stepPage } from './wizard-pages'

/** Only what a page of the wizard asks fits in a form of this size. */
const maxForm = 200_000

const stepOf = (c: Context<Env>) => {
  const step = stepNamed(c.req.param('step') ?? '')
  if (!step) throw missing()
  return step
}

/** Placing an advert: a draft, page by page, and its publication. */
export function wizard(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const id = (c: Context<Env>) => c.req.param('id') ?? ''

  app.get('/adverts/new', startPage)
  app.post('/adverts/drafts', async (c) => {
    const { personId } = signedIn(c)
    await p.limits.count('draft', personId, 100, 86_400)
    const draft = await p.db.transaction().execute((trx) => newDraft(p, trx, personId, { typed: {}, photos: [], done: [] }))
    return c.redirect(paths(c.var.language).step(draft, 'address'), 303)
  })

  app.post('/adverts/:publicId/draft', async (c) => {
    const { personId } = signedIn(c)
    const draft = await draftToChange(p, personId, c.req.param('publicId'), c.var.language)
    return c.redirect(paths(c.var.language).step(draft, 'check'), 303)
  })
  app.post('/adverts/:publicId/copy', async (c) => {
    const { personId } = signedIn(c)
    const draft = await draftFrom(p, personId, c.req.param('publicId'), c.var.language, true)
    return c.redirect(paths(c.var.language).step(draft, 'address'), 303)
  })

  app.get('/adverts/drafts/:id/check', async (c) => {
    const draft = await ownDraft(p, p.db, id(c), signedIn(c).personId)
    return checkPage(c, draft)
  })
  app.post('/adverts/drafts/:id/publication', async (c) => {
    const { personId } = signedIn(c)
    const { typed } = await readForm(c)
    const published = await publish(p, personId, id(c), typedOf(typed, 'advert'), c.var.language)
    if (!published.ok) return checkPage(c, await ownDraft(p, p.db, id(c), personId), published.wrong)
    return c.redirect(`${paths(c.var.language).mine}?${published.status}=${published.publicId}`, 303)
  })
  app.get('/adverts/drafts/:id/removal', async (c) => discardPage(c, await ownDraft(p, p.db, id(c), signedIn(c).personId)))
  app.post('/adverts/drafts/:id/removal', async (c) => {
    const { personId } = signedIn(c)
    const gone = await p.db.transaction().execute(async (trx) => {
      const draft = await ownDraft(p, trx, id(c), personId, true)
      const photos = await photosOf(trx, { draft: draft.id })
      await removePhotos(
        trx,
        photos.map((photo) => photo.id),
      )
      await removeDraft(trx, draft.id)
      return photos
    })
    await removePhotoFiles(
      p,
      gone.map(({ path }) => path),
    )
    return c.redirect(paths(c.var.language).mine, 303)
  })

  const step = `/adverts/drafts/:id/:step{(?:${stepNames.join('|')})}`
  app.get(step, async (c) => {
    const { personId } = signedIn(c)
    const draft = await ownDraft(p, p.db, id(c), personId)
    const asked = stepOf(c)
    if (!asked.asked(draft.typed, aboutOf(p, c.var.language, draft))) throw missing()
    return stepPage(c, asked, draft, [], await photosNamed(p.db, draft.photos, personId))
  })
  app.post(step, async (c) => {
    const { personId } = signedIn(c)
    const asked = stepOf(c)
    const { typed } = await readForm(c, maxForm)
    let errors: ReturnType<typeof asked.errors> = []
    let unlawful: typeof errors = []
    const draft = await editDraft(p, id(c), personId, (was) => {
      const now = withTyped(was.typed, asked.fields, typed)
      const about = aboutOf(p, c.var.language, { ...was, typed: now })
      if (!asked.asked(now, about)) throw missing()
      errors = asked.errors(now, about)
      unlawful = refusals(errors.length > 0 ? [] : findingsIn(now, about, asked.name)).map(({ rule }) => ({
        name: inputOf(rule),
        message: rule.why[about.language],
      }))
      const done = was.done.filter((name) => name !== asked.name)
      return { ...was, typed: now, done: errors.length + unlawful.length === 0 ? [...done, asked.name] : done }
    })
    if (typed.later !== undefined) return c.redirect(`${paths(c.var.language).mine}?saved`, 303)
    // What the law refuses may wait for its answer; the advert does not go online before.
    if (typed.anyway === undefined) errors = [...errors, ...unlawful]
    if (errors.length > 0) return stepPage(c, asked, draft, errors, await photosNamed(p.db, draft.photos, personId))
    if (asked.name === 'address') await lookUp(p, draft)
    const names = stepsOf(draft.typed, aboutOf(p, c.var.language, draft)).map(({ name }) => name)
    const next = nextAfter(asked.name, draft.done, names)
    return c.redirect(paths(c.var.language).step(draft.id, next ?? 'check'), 303)
  })
  return app
}
