import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../../app/testing'
import { erase } from '../../../privacy'
import { signedUp } from '../../accounts/testing'
import { placed } from '../testing'
import { encodePhoto, maxBytes } from './encode'
import { heic } from './heic.fixture'
import { heicSize, kindOf } from './kind'
import { makeAvif, storePhoto, sweepPhotos } from './store'

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } }).composite([
    { input: { create: { width: 10, height: 10, channels: 3, background: '#00ff00' } }, left: 0, top: 0 },
  ])
const jpeg = (width = 1200, height = 800) => drawn(width, height).jpeg().toBuffer()

/** A PNG of a few hundred bytes that says it has this many pixels. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

async function encoded(bytes: Uint8Array) {
  const done = await encodePhoto(bytes)
  if (!done.ok) throw new Error(`refused: ${done.why}`)
  return done.photo
}

describe('a photo that comes in', () => {
  test('is known by its content, whatever it is called', async () => {
    expect(kindOf(await jpeg())).toBe('jpeg')
    expect(kindOf(await drawn(16, 16).png().toBuffer())).toBe('png')
    expect(kindOf(await drawn(16, 16).webp().toBuffer())).toBe('webp')
    expect(kindOf(await drawn(64, 64).avif().toBuffer())).toBe('avif')
    expect(kindOf(heic)).toBe('heic')
    for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'GIF89a…', 'MZ', '', '\xff'])
      expect(kindOf(Buffer.from(other, 'latin1'))).toBeUndefined()
  })

  test('loses everything that the camera wrote beside the picture', async () => {
    const marked = await drawn(1200, 800)
      .withExif({ IFD0: { Copyright: 'MARK-EXIF', Make: 'MARK-MAKE' }, IFD3: { GPSLatitude: '50/1 52/1 25/1' } })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">MARK-XMP</rdf:RDF></x:xmpmeta>',
      )
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect(marked.includes('MARK-EXIF') && marked.includes('MARK-XMP') && marked.includes('ICC_PROFILE')).toBe(true)
    for (const { name, bytes } of (await encoded(marked)).files) {
      const { exif, xmp, icc, iptc } = await sharp(bytes).metadata()
      expect({ exif, xmp, icc, iptc }, name).toEqual({})
      expect(Buffer.from(bytes).includes('MARK'), name).toBe(false)
    }
  })

  test('is turned as it was taken', async () => {
    const lying = await drawn(1200, 800).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await encoded(lying)).toMatchObject({ width: 800, height: 1200 })
  })

  test('comes in sizes no wider than itself', async () => {
    expect((await encoded(await jpeg(3000, 2000))).files.map(({ name }) => name).sort()).toEqual([
      '1600.jpg',
      '1600.webp',
      '400.jpg',
      '400.webp',
      '800.jpg',
      '800.webp',
    ])
    const small = await encoded(await jpeg(300, 200))
    expect(small.files.map(({ name }) => name).sort()).toEqual(['400.jpg', '400.webp'])
    expect((await sharp(small.files[0]?.bytes).metadata()).width).toBe(300)
  })

  test('may be HEIC, as telephones make it', async () => {
    expect(heicSize(heic)).toEqual({ width: 64, height: 64 })
    const { width, height, files } = await encoded(heic)
    expect([width, height]).toEqual([64, 48])
    const { data } = await sharp(files.find(({ name }) => name === '400.jpg')?.bytes)
      .extract({ left: 60, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    // The violet of the picture: #8834a4.
    for (const [at, value] of [0x88, 0x34, 0xa4].entries()) expect(Math.abs((data[at] ?? 0) - value)).toBeLessThan(24)
  })

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['too many pixels', async () => bomb(50_000, 50_000), 'tooManyPixels'],
    ['a lying HEIC', async () => lyingHeic(), 'tooManyPixels'],
    ['a HEIC that would fill the memory', async () => lyingHeic(6000), 'tooLargeHeic'],
    ['half a JPEG', async () => (await jpeg()).subarray(0, 1500), 'broken'],
    ['half a HEIC', async () => heic.subarray(0, 600), 'broken'],
    ['a header alone', async () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'broken'],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'noPhoto'],
    ['too many bytes', async () => new Uint8Array(maxBytes + 1), 'tooBig'],
    ['nothing', async () => new Uint8Array(0), 'noPhoto'],
  ])('%s is refused', async (_, bytes, why) => {
    expect(await encodePhoto(await bytes())).toEqual({ ok: false, why })
  })
})

function lyingHeic(side = 60_000): Buffer {
  const copy = Buffer.from(heic)
  const at = copy.indexOf('ispe')
  copy.writeUInt32BE(side, at + 8)
  copy.writeUInt32BE(side, at + 12)
  return copy
}

describe('photos of a draft', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())

  async function begun(visitor: Visitor): Promise<string> {
    const { location } = await visitor.post('/nl/adverts/drafts')
    return (location ?? '').replace('/address', '')
  }
  const sent = (...files: [string, Uint8Array][]) => {
    const form = new FormData()
    for (const [name, bytes] of files) form.append('photos', new File([new Uint8Array(bytes)], name))
    return form
  }
  const shown = async (visitor: Visitor, draft: string) =>
    [...(await visitor.get(`${draft}/photos`)).html.matchAll(/data-photo="([^"]+)"/g)].map(([, id]) => id ?? '')
  const urls = (html: string) => [...html.matchAll(/src="(\/photos\/[^"]+)"/g)].map(([, url]) => url ?? '')

  test('one that fails says which and why, the others stay', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const draft = await begun(bart.visitor)
    const good = await jpeg()
    const page = await bart.visitor.post(
      `${draft}/photos/files`,
      sent(['raam.jpg', good], ['rekening.pdf', Buffer.from('%PDF')], ['bed.jpg', good]),
    )
    expect(page.status).toBe(422)
    expect(page.text).toContain('“rekening.pdf” is geen foto die we kunnen lezen')
    expect(page.text).not.toContain('raam.jpg')
    expect(await shown(bart.visitor, draft)).toHaveLength(2)
  })

  test('at most twenty', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const draft = await begun(bart.visitor)
    const small = await jpeg(60, 40)
    const many = Array.from({ length: 21 }, (_, n): [string, Uint8Array] => [`${n}.jpg`, small])
    const page = await bart.visitor.post(`${draft}/photos/files`, sent(...many))
    expect(page.text).toContain('“20.jpg” paste er niet meer bij')
    expect(await shown(bart.visitor, draft)).toHaveLength(20)
  })

  test('are ordered by buttons or all at once, and taken away', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const draft = await begun(bart.visitor)
    const small = await jpeg(60, 40)
    await bart.visitor.post(`${draft}/photos/files`, sent(['1.jpg', small], ['2.jpg', small], ['3.jpg', small]))
    const [a = '', b = '', c = ''] = await shown(bart.visitor, draft)
    await bart.visitor.post(`${draft}/photos/order`, { move: `${c} first` })
    expect(await shown(bart.visitor, draft)).toEqual([c, a, b])
    await bart.visitor.post(`${draft}/photos/order`, { order: [b, a, c].join(',') })
    expect(await shown(bart.visitor, draft)).toEqual([b, a, c])
    await bart.visitor.post(`${draft}/photos/removal`, { photo: a })
    expect(await shown(bart.visitor, draft)).toEqual([b, c])
    expect(await site.p.db.selectFrom('photos').select('id').where('id', '=', a).execute()).toEqual([])
  })

  test('are seen by their owner alone until the advert is public', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const eve = await signedUp(site, { firstName: 'Eve' })
    const draft = await begun(bart.visitor)
    await bart.visitor.post(`${draft}/photos/files`, sent(['1.jpg', await jpeg()]))
    const [url = ''] = urls((await bart.visitor.get(`${draft}/photos`)).html)
    const own = await bart.visitor.get(url)
    expect(own.status).toBe(200)
    expect(own.headers.get('cache-control')).toBe('private, no-cache')
    expect((await eve.visitor.get(url)).status).toBe(404)
    expect((await site.visitor().get(url)).status).toBe(404)
  })

  test('G3: of a public advert a browser keeps for a week, and no shared cache at all; AVIF comes when it is made', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    const photo = await encoded(await jpeg())
    const of = { person: bart.personId, listing: id, position: 0 }
    const photoId = await site.p.db.transaction().execute((trx) => storePhoto(site.p, trx, of, photo))
    const an = site.visitor()
    const [url = ''] = urls((await an.get(`/nl/rooms/${publicId}`)).html)
    const file = await an.get(url)
    expect(file.headers.get('content-type')).toBe('image/jpeg')
    expect(file.headers.get('cache-control')).toBe('private, max-age=604800')
    const avif = url.replace('.jpg', '.avif')
    expect((await an.get(avif)).headers.get('content-type')).toBe('image/webp')
    expect((await an.get(avif)).headers.get('cache-control')).toBe('private, max-age=60')
    await site.p.db.transaction().execute((trx) => site.p.jobs.send(trx, 'listings.avif', { photo: photoId }))
    await site.p.jobs.drain()
    expect((await an.get(avif)).headers.get('content-type')).toBe('image/avif')
    await bart.visitor.post(`/nl/adverts/${publicId}/pause`)
    expect((await an.get(url)).status).toBe(404)
    expect((await bart.visitor.get(url)).status).toBe(200)
    await bart.visitor.post(`/nl/adverts/${publicId}/removal`)
    expect((await bart.visitor.get(url)).status).toBe(404)
    expect(await site.p.files.list(`photos/${url.split('/')[2]}`)).toEqual([])
  })

  test('changing an advert takes its photos away only when the changes are published', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id, publicId } = await placed(site, bart.personId)
    const photo = await encoded(await jpeg(60, 40))
    for (const position of [0, 1])
      await site.p.db
        .transaction()
        .execute((trx) => storePhoto(site.p, trx, { person: bart.personId, listing: id, position }, photo))
    const { location } = await bart.visitor.post(`/nl/adverts/${publicId}/draft`)
    const draft = (location ?? '').replace('/check', '')
    const [a = '', b = ''] = await shown(bart.visitor, draft)
    await bart.visitor.post(`${draft}/photos/removal`, { photo: a })
    const of = (html: string) => new Set(urls(html).map((url) => url.split('/')[2])).size
    expect(of((await site.visitor().get(`/nl/rooms/${publicId}`)).html)).toBe(2)
    await bart.visitor.post(`${draft}/publication`)
    const left = await site.p.db.selectFrom('photos').select('id').where('listing_id', '=', id).execute()
    expect(left.map((row) => row.id)).toEqual([b])
  })

  test('go to other adverts of their owner too, once, also to one that is being changed', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const eve = await signedUp(site, { firstName: 'Eve' })
    const front = await placed(site, bart.personId, { title: 'Kamer aan de straat' })
    const [back, changing, theirs] = [
      await placed(site, bart.personId, { title: 'Kamer aan de tuin' }),
      await placed(site, bart.personId, { title: 'Kamer onder het dak' }),
      await placed(site, eve.personId),
    ]
    const open = async (publicId: string) =>
      ((await bart.visitor.post(`/nl/adverts/${publicId}/draft`)).location ?? '').replace('/check', '')
    const [draft, other] = [await open(front.publicId), await open(changing.publicId)]
    expect((await bart.visitor.get(`${draft}/photos`)).text).not.toContain('Kamer aan de tuin')
    await bart.visitor.post(`${draft}/photos/files`, sent(['1.jpg', await jpeg(60, 40)], ['2.jpg', await jpeg(80, 40)]))
    const page = await bart.visitor.get(`${draft}/photos`)
    expect(page.text).toContain('Kamer aan de tuin')
    expect(page.html).not.toContain(`value="${front.publicId}"`)

    const use = async (...adverts: string[]) => {
      const form = new FormData()
      for (const advert of adverts) form.append('adverts', advert)
      return (await bart.visitor.get((await bart.visitor.post(`${draft}/photos/others`, form)).location ?? '')).text
    }
    const widths = async ({ id }: { id: string }) => {
      const rows = await site.p.db.selectFrom('photos').select('width').where('listing_id', '=', id).orderBy('position').execute()
      return rows.map(({ width }) => width)
    }
    expect(await use(back.publicId, changing.publicId, theirs.publicId)).toContain('ook bij 2 andere advertenties')
    expect(await widths(back)).toEqual([60, 80])
    expect(await widths(theirs)).toEqual([])
    expect(await use(back.publicId, changing.publicId)).toContain('Er kwam nergens een foto bij')
    expect(await widths(back)).toEqual([60, 80])
    await bart.visitor.post(`${other}/publication`)
    expect(await widths(changing)).toEqual([60, 80])

    // What was copied stays when the first goes, files and all.
    await bart.visitor.post(`${draft}/removal`)
    await bart.visitor.post(`/nl/adverts/${front.publicId}/removal`)
    const shownThere = urls((await site.visitor().get(`/nl/rooms/${back.publicId}`)).html)
    expect(shownThere.length).toBeGreaterThanOrEqual(2)
    for (const url of shownThere) expect((await site.visitor().get(url)).status).toBe(200)
  })

  test('another person’s photo does not come into one’s draft', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const eve = await signedUp(site, { firstName: 'Eve' })
    const [mine, theirs] = [await begun(bart.visitor), await begun(eve.visitor)]
    await bart.visitor.post(`${mine}/photos/files`, sent(['1.jpg', await jpeg(60, 40)]))
    const [photo = ''] = await shown(bart.visitor, mine)
    await eve.visitor.post(`${theirs}/photos/order`, { order: photo })
    await eve.visitor.post(`${theirs}/photos/removal`, { photo })
    expect(await shown(eve.visitor, theirs)).toEqual([])
    expect(await shown(bart.visitor, mine)).toEqual([photo])
  })

  test('what belongs to no draft is swept from the rows, and its files with it', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const photo = await encoded(await jpeg(60, 40))
    await site.p.db.transaction().execute((trx) => storePhoto(site.p, trx, { person: bart.personId, position: 0 }, photo))
    const before = (await site.p.files.list('photos')).length
    await sweepPhotos(site.p)
    expect((await site.p.files.list('photos')).length).toBe(before - 1)
  })

  test('G3: one that is erased while its AVIF is made leaves no file', async () => {
    const { p } = site
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id: listing } = await placed(site, bart.personId)
    const of = { person: bart.personId, listing, position: 0 }
    const photo = await encoded(await jpeg(60, 40))
    const id = await p.db.transaction().execute((trx) => storePhoto(p, trx, of, photo))
    const before = (await p.files.list('photos')).length
    let erased = 0
    const files: typeof p.files = {
      ...p.files,
      async write(path, bytes) {
        if (erased === 0) {
          await erase(p, bart.personId)
          erased = (await p.files.list('photos')).length
        }
        await p.files.write(path, bytes)
      },
    }
    await makeAvif({ ...p, files }, id)
    expect(erased).toBe(before - 1)
    expect((await p.files.list('photos')).length).toBe(before - 1)
  })
})
