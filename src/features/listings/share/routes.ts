import { Hono } from 'hono'
import type { Platform } from '../../../platform/feature'
import { addressOf, type Env, missing, networkOf } from '../../../platform/http'
import { isLanguage } from '../../../std/words'
import { priceOf, townOf } from '../card'
import { photoJpeg } from '../photos/store'
import { firstPhotos, mayBePublic } from '../public'
import { advertNamed } from '../queries'
import { sharePicture } from './picture'

/** Drawing one takes a tenth of a second: a network gets so many in a quarter of an hour. */
const perQuarter = 120

/** The picture that a link to an advert is shown with elsewhere. It is drawn when asked for, and kept with the pages. */
export function shareRoutes(p: Platform): Hono<Env> {
  return new Hono<Env>().get('/share/:file{[a-z0-9]{12}-(?:nl|fr|en)\\.jpg}', async (c) => {
    const [publicId = '', language = ''] = c.req.param('file').replace('.jpg', '').split('-')
    const advert = await advertNamed(p.db, publicId)
    if (!advert || !isLanguage(language) || !mayBePublic(advert, p.clock.now())) throw missing()
    await p.limits.count('listings.share', networkOf(addressOf(c)), perQuarter, 900)
    const photo = (await firstPhotos(p.db, [advert.id])).get(advert.id)
    const bytes = photo && (await photoJpeg(p, photo))
    const picture = await sharePicture({
      title: advert.title,
      place: [advert.street, townOf(advert, language)].filter(Boolean).join(', '),
      ...priceOf(advert, language),
      site: p.site.name,
      ...(bytes ? { photo: bytes } : {}),
    })
    c.set('forAll', true)
    return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=600' })
  })
}
