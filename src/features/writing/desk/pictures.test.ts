import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../../app/testing'
import { memberOfStaff } from '../../desk/testing'
import { makeAvif, removePictureFiles } from '../pictures'
import { deletePicture } from '../queries'

let site: TestSite
let stef: Visitor
beforeAll(async () => {
  site = await testSite()
  stef = (await memberOfStaff(site, 'owner')).visitor
}, 60_000)
afterAll(() => site?.close())

const at = '/nl/desk/texts/pictures'
const photo = () =>
  sharp({ create: { width: 1000, height: 600, channels: 3, background: '#1f5c46' } })
    .withExif({ IFD0: { Artist: 'Wie hem nam' } })
    .jpeg()
    .toBuffer()
function send(bytes: Uint8Array | null, alt: string, name = 'IMG_0001.JPG') {
  const form = new FormData()
  form.set('alt', alt)
  if (bytes) form.set('picture', new File([new Uint8Array(bytes)], name))
  return stef.post(at, form)
}
const markdown = async () =>
  (/value="(!\[[^"]*)"/.exec((await stef.get(at)).html)?.[1] ?? '').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

test('a picture that is sent in stands in a text in its sizes, with its words, and without what the camera wrote', async () => {
  expect((await send(await photo(), 'Een [groene] muur')).status).toBe(303)
  const shown = await markdown()
  expect(shown).toMatch(/^!\[Een \\\[groene\\\] muur\]\(\/pictures\/[0-9a-f]{32}-1000x600\)$/)
  await stef.post('/nl/desk/texts/new?kind=page', { title: 'Muren', body: shown, when: 'now' })
  const { html } = await site.visitor().get('/nl/muren')
  expect(html).toMatch(
    /<figure><picture class="picture"><source type="image\/avif" srcset="[^"]*\/400\.avif 400w, [^"]*\/800\.avif 800w"[^>]*><source type="image\/webp" srcset="[^"]*\/400\.webp 400w, [^"]*\/800\.webp 800w"/,
  )
  expect(html).toContain('width="1000" height="600" alt="Een [groene] muur" loading="lazy"')
  for (const [, path = ''] of html.matchAll(/(\/pictures\/[0-9a-f]{32}\/\d+\.(?:webp|jpg))/g)) {
    const { status, bytes, headers } = await site.visitor().get(path)
    expect([status, headers.get('content-type')]).toEqual([200, path.endsWith('webp') ? 'image/webp' : 'image/jpeg'])
    expect(bytes.includes('Wie hem nam')).toBe(false)
  }
})

test('until the smallest format is made another stands in for it, and is kept for a minute; nothing is left of what was taken away meanwhile', async () => {
  const before = (await site.p.files.list('pictures')).length
  const { path } = await site.p.db.selectFrom('text_pictures').select('path').executeTakeFirstOrThrow()
  const file = () => site.visitor().get(`/pictures/${path}/400.avif`)
  const told = ({ headers }: Awaited<ReturnType<typeof file>>) => [headers.get('content-type'), headers.get('cache-control')]
  expect(told(await file())).toEqual(['image/webp', 'public, max-age=60'])
  await site.p.jobs.drain()
  const made = await file()
  expect(told(made)).toEqual(['image/avif', 'public, max-age=31536000, immutable'])
  expect((await sharp(made.bytes).metadata()).format).toBe('heif')
  expect((await send(await photo(), 'Weg ermee')).status).toBe(303)
  const gone = await site.p.db
    .selectFrom('text_pictures')
    .select(['path', 'id'])
    .where('alt', '=', 'Weg ermee')
    .executeTakeFirstOrThrow()
  const files: typeof site.p.files = {
    ...site.p.files,
    async write(name, bytes) {
      await deletePicture(site.p.db, gone.id)
      await removePictureFiles(site.p, gone.path)
      await site.p.files.write(name, bytes)
    },
  }
  await makeAvif({ ...site.p, files }, gone.id)
  expect(await site.p.files.list('pictures')).toHaveLength(before)
})

test('it is not taken away while a text shows it', async () => {
  const [, id] = /pictures\/([0-9a-f-]{36})\/removal/.exec((await stef.get(at)).html) ?? []
  const file = /\/pictures\/[0-9a-f]{32}\/400\.jpg/.exec((await stef.get(at)).html)?.[0] ?? ''
  const refused = await stef.post(`${at}/${id}/removal`, { sure: '1' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('staat nog in: Muren')])
  await site.p.db.deleteFrom('texts').execute()
  expect((await stef.post(`${at}/${id}/removal`, { sure: '1' })).status).toBe(303)
  expect((await site.visitor().get(file)).status).toBe(404)
  expect((await stef.get(at)).text).toContain('Nog geen beelden')
})

test('what is no picture, too large, or without words is refused with a clear answer', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const jpeg = await photo()
  for (const [bytes, alt, why] of [
    [null, 'Een muur', 'Kies een bestand'],
    [svg, 'Een muur', 'Dit is geen JPEG'],
    [jpeg.subarray(0, 200), 'Een muur', 'Dit bestand is beschadigd'],
    [Buffer.alloc(16_000_000), 'Een muur', 'groter dan 15 MB'],
    [jpeg, '', 'Zeg wat erop te zien is'],
  ] as const) {
    const { status, text } = await send(bytes, alt)
    expect([why, status]).toEqual([why, 422])
    expect(text).toContain(why)
  }
  expect(await site.p.db.selectFrom('text_pictures').select('id').execute()).toEqual([])
})
