import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { encodePhoto } from '../photos/encode'
import { storePhoto } from '../photos/store'
import { placed } from '../testing'
import { drawable, lettering, widthOf, wrapped } from './lettering'
import { sharePicture } from './picture'

let site: TestSite
let bart: SignedUp
let id: string
let publicId: string
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
  const advert = await placed(site, bart.personId, { title: 'Kamer met </script><b>erker' })
  id = advert.id
  publicId = advert.publicId
  const green = await encodePhoto(
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#00ff00' } })
      .png()
      .toBuffer(),
  )
  if (!green.ok) throw new Error('no photo')
  await site.p.db
    .transaction()
    .execute((trx) => storePhoto(site.p, trx, { person: bart.personId, listing: id, position: 0 }, green.photo))
})
afterAll(() => site.close())

const pixel = async (jpeg: Buffer, left: number, top: number) =>
  [...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())].map(
    (value) => Math.round(value / 32) * 32,
  )

describe('the picture of an advert', () => {
  test('is a JPEG of the size that previews have, with the photo in it', async () => {
    const { status, headers, bytes } = await site.visitor().get(`/share/${publicId}-nl.jpg`)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(await pixel(bytes, 1100, 300)).toEqual([0, 256, 0])
    expect(await pixel(bytes, 20, 20)).toEqual([256, 256, 256])
  })

  test('is drawn without a photo, and with a title of another script or of a hundred words', async () => {
    const about = { place: 'Leuven', price: '€ 510', priceNote: 'per maand', site: 'Dorpel' }
    for (const title of ['', '公寓 🏠', 'woord '.repeat(100), 'Donaudampfschifffahrtsgesellschaftskapitänswohnung'])
      expect(await sharp(await sharePicture({ ...about, title })).metadata()).toMatchObject({ width: 1200, height: 630 })
  })

  test('is there for what is public alone, and for the languages of the site', async () => {
    const { publicId: paused } = await placed(site, bart.personId)
    await bart.visitor.post(`/nl/adverts/${paused}/pause`)
    for (const file of [`${paused}-nl.jpg`, 'zzzzzzzzzzzz-nl.jpg', `${publicId}-de.jpg`])
      expect((await bart.visitor.get(`/share/${file}`)).status).toBe(404)
  })
})

describe('letters', () => {
  test('lines are no wider than asked, and what is left out is told by an ellipsis', () => {
    const text = 'Ruime kamer onder het dak met een bureau aan het raam en een stille tuin erachter'
    for (const width of [120, 300, 560]) {
      const lines = wrapped(text, 40, 800, width, 3)
      expect(lines.length).toBeLessThanOrEqual(3)
      for (const line of lines) expect(widthOf(line, 40, 800)).toBeLessThanOrEqual(width)
      expect(lines.join(' ') === text || lines.at(-1)?.endsWith('…')).toBe(true)
    }
  })
  test('every letter at every place is a path that can be read to its end', async () => {
    const all = Array.from({ length: 0x17f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('')
    const letters = drawable(all, 800)
    expect(letters.length).toBeGreaterThan(180)
    fc.assert(
      fc.property(
        fc.constantFrom(...letters),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 8, max: 90 }),
        (letter, x, size) => {
          expect(lettering(letter, x, 248, size, 800, '#000')).toMatch(
            /^<path d="(?:[MLQCZ](?:-?\d+\.\d(?: -?\d+\.\d)*)?)*" fill="#000"\/>$/,
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
  test('what the font has no letter for is left out', () => {
    expect(drawable('Café 🏠 公寓 à Liège', 600)).toBe('Café à Liège')
  })
})

describe('what a link to an advert tells', () => {
  const block = (html: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')

  test('title, picture and address, for previews', async () => {
    const { html } = await site.visitor().get(`/fr/rooms/${publicId}`)
    expect(html).toContain(`<meta property="og:image" content="http://localhost:3000/share/${publicId}-fr.jpg"/>`)
    expect(html).toContain(`<meta property="og:url" content="http://localhost:3000/fr/rooms/${publicId}"/>`)
    expect(html).toContain('<meta property="og:locale" content="fr_BE"/>')
    expect(html).toContain(`hreflang="x-default" href="http://localhost:3000/nl/rooms/${publicId}"`)
  })

  test('for search engines the same as the page: street, no house number, the centre of the cell (K19)', async () => {
    const { html } = await site.visitor().get(`/nl/rooms/${publicId}`)
    const said = block(html)
    expect(said).toMatchObject({
      '@type': 'RealEstateListing',
      name: 'Kamer met </script><b>erker',
      mainEntity: {
        '@type': 'Room',
        address: { streetAddress: 'Naamsestraat', postalCode: '3000', addressLocality: 'Leuven', addressCountry: 'BE' },
      },
      offers: { price: '510.00', priceCurrency: 'EUR', availabilityStarts: '2027-02-01' },
    })
    expect(said.mainEntity.geo.latitude).not.toBe(50.8737)
    for (const secret of ['96', '+32470123456', bart.email, 'Bart']) expect(JSON.stringify(said)).not.toContain(`"${secret}`)
    expect(html.match(/<b>erker/g)).toBeNull()
  })

  test('nothing of a page that is one’s own', async () => {
    expect((await bart.visitor.get('/nl/account')).html).not.toContain('og:')
  })
})
