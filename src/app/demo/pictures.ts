import { encodePhoto, storePhoto } from '../../features/listings'
import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { demoAdverts } from './adverts'
import { renderDrawing } from './drawings'
import { demoListings } from './queries'

const job = 'demo.pictures'
/** Wide enough for a card and for a page on a telephone, and drawn in half the time of the full size. */
const wide = 800
/** The most pictures that an advert of the demo has. */
const most = 6

/** Has all adverts get their first picture, then their second, and so on, the newest adverts first. */
export const queuePictures = (p: Platform): Promise<void> => p.jobs.send(p.db, job, { photo: '0' })

/** Draws picture `photo` of every demo advert that lacks it, until it is told to stop: another run goes on where this one stopped. */
export async function drawPictures(p: Platform, photo: number, stopping?: AbortSignal): Promise<void> {
  const specs = new Map(demoAdverts(Temporal.PlainDate.from('2026-01-01')).map((advert) => [advert.title, advert.photos[photo]]))
  for (const { id, title, person_id, photos } of await demoListings(p.db)) {
    if (stopping?.aborted) return
    const spec = specs.get(title)
    if (!spec || photos > photo) continue
    const encoded = await encodePhoto(await renderDrawing(spec, wide))
    if (encoded.ok)
      await p.db
        .transaction()
        .execute((db) => storePhoto(p, db, { person: person_id, listing: id, position: photo }, encoded.photo))
  }
}

export const pictureJob = (p: Platform): JobSpec => ({
  name: job,
  async work({ photo = '0' }, stopping) {
    await drawPictures(p, Number(photo), stopping)
    if (stopping.aborted) await p.jobs.send(p.db, job, { photo })
    else if (Number(photo) + 1 < most) await p.jobs.send(p.db, job, { photo: String(Number(photo) + 1) })
  },
})
