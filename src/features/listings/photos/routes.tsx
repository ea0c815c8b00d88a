import { type Context, Hono } from 'hono'
import type { Platform } from '../../../platform/feature'
import { type Errors, readForm, typedOf } from '../../../platform/forms'
import { type Env, missing, Refusal, signedIn } from '../../../platform/http'
import { editDraft, ownDraft } from '../draft'
import { paths } from '../paths'
import { isPhotoPublic, photoAt, photosNamed, photosOf, removePhotos } from '../queries'
import { stepNamed } from '../steps'
import { stepPage } from '../wizard-pages'
import { words } from '../words'
import { encodePhoto } from './encode'
import { mostOthers, usePhotosFor } from './others'
import { maxPhotos, moved, ordered } from './rules'
import { avifJob, photoFile, removePhotoFiles, storePhoto } from './store'

/** Of one request: six photos of the largest size. Browsers without the island are told to send the rest in another. */
const maxUpload = 100 * 1024 * 1024

async function uploaded(c: Context<Env>): Promise<File[] | 'tooMuch'> {
  try {
    return (await readForm(c, maxUpload)).files.photos ?? []
  } catch (refused) {
    if (refused instanceof Refusal && refused.status === 413) return 'tooMuch'
    throw refused
  }
}

/** Photos of a draft. Each is taken or refused by itself, with the reason. */
export function draftPhotos(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const back = (c: Context<Env>) => c.redirect(paths(c.var.language).step(c.req.param('id') ?? '', 'photos'), 303)

  app.post('/adverts/drafts/:id/photos/files', async (c) => {
    const { personId } = signedIn(c)
    const { refused: say } = words(c.var.language).photos
    const errors: Errors = []
    const refuse = (name: string, why: Parameters<typeof say>[1]) =>
      errors.push({ name: 'photos', message: say(name.slice(0, 80), why) })
    let draft = await ownDraft(p, p.db, c.req.param('id'), personId)
    await p.limits.count('photos', personId, 400, 86_400)
    const files = await uploaded(c)
    if (files === 'tooMuch') refuse('', 'tooMuch')
    else if (files.length === 0) refuse('', 'none')
    else
      for (const file of files) {
        if (draft.photos.length >= maxPhotos) {
          refuse(file.name, 'tooMany')
          continue
        }
        const encoded = await encodePhoto(new Uint8Array(await file.arrayBuffer()))
        if (!encoded.ok) {
          refuse(file.name, encoded.why)
          continue
        }
        const id = await p.db.transaction().execute(async (trx) => {
          const of = { person: personId, draft: draft.id, position: draft.photos.length }
          const id = await storePhoto(p, trx, of, encoded.photo)
          await p.jobs.send(trx, avifJob, { photo: id })
          return id
        })
        draft = await editDraft(p, draft.id, personId, (was) => ({ ...was, photos: [...was.photos, id] }))
      }
    const step = stepNamed('photos')
    if (errors.length === 0 || !step) return back(c)
    return stepPage(c, step, draft, errors, await photosNamed(p.db, draft.photos, personId))
  })

  app.post('/adverts/drafts/:id/photos/order', async (c) => {
    const { personId } = signedIn(c)
    const { typed } = await readForm(c, 20_000)
    await editDraft(p, c.req.param('id'), personId, (was) => ({
      ...was,
      photos:
        typed.order === undefined ? moved(was.photos, typedOf(typed, 'move')) : ordered(was.photos, typedOf(typed, 'order')),
    }))
    return back(c)
  })

  app.post('/adverts/drafts/:id/photos/removal', async (c) => {
    const { personId } = signedIn(c)
    const { typed } = await readForm(c, 20_000)
    const photo = typedOf(typed, 'photo')
    const draft = await editDraft(p, c.req.param('id'), personId, (was) => ({
      ...was,
      photos: was.photos.filter((id) => id !== photo),
    }))
    // A photo of the advert itself stays until the changes are published.
    const gone = (await photosOf(p.db, { draft: draft.id })).filter(({ id }) => id === photo)
    await removePhotos(
      p.db,
      gone.map(({ id }) => id),
    )
    await removePhotoFiles(
      p,
      gone.map(({ path }) => path),
    )
    return back(c)
  })
  app.post('/adverts/drafts/:id/photos/others', async (c) => {
    const { personId } = signedIn(c)
    const { typed } = await readForm(c, 20_000)
    const draft = await ownDraft(p, p.db, c.req.param('id'), personId)
    await p.limits.count('photos', personId, 400, 86_400)
    const wanted = [...new Set([typed.adverts ?? []].flat())].slice(0, mostOthers)
    const photos = await photosNamed(p.db, draft.photos, personId)
    const used = await usePhotosFor(p, personId, photos, wanted)
    return c.redirect(`${paths(c.var.language).step(draft.id, 'photos')}?used=${used}`, 303)
  })
  return app
}

/** The files themselves: for everybody while the advert is public, else for their owner alone. A path never changes what it shows. */
export function photoFiles(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/photos/:path{[0-9a-f]{32}}/:file{[0-9]{3,4}\\.(?:avif|webp|jpg)}', async (c) => {
    const photo = await photoAt(p.db, c.req.param('path'))
    if (!photo) throw missing()
    const isPublic = photo.listing_id !== null && (await isPhotoPublic(p.db, p.clock.now(), photo.listing_id))
    if (!isPublic && (photo.person_id === null || photo.person_id !== c.var.viewer?.personId)) throw missing()
    const file = await photoFile(p, photo.path, c.req.param('file'))
    if (!file) throw missing()
    // No cache that people share keeps a photo; a browser's own copy lasts a week, which the statement says.
    const keep = file.final ? 'max-age=604800' : 'max-age=60'
    return c.body(file.body, 200, {
      'content-type': file.type,
      'content-length': String(file.size),
      'cache-control': `private, ${isPublic ? keep : 'no-cache'}`,
    })
  })
  return app
}
