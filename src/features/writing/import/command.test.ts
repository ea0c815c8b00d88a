import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { memberOfStaff } from '../../desk/testing'
import { importCommand } from './command'
import { attachment, category, item, meta, reply, wxr } from './testing'

let site: TestSite
let folder: string
beforeAll(async () => {
  site = await testSite({ site: 'bureau' })
}, 60_000)
afterAll(() => site?.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisrecht-wordpress-'))
})
afterEach(async () => {
  await site.p.db.deleteFrom('texts').execute()
  await site.p.db.deleteFrom('removed_texts').execute()
  await site.p.db.deleteFrom('replies').execute()
  await site.p.db.deleteFrom('text_pictures').execute()
  await rm(folder, { recursive: true })
})

async function run(content: string | Buffer, ...args: string[]) {
  const file = join(folder, 'export.xml')
  await writeFile(file, content)
  const lines: string[] = []
  const code = await importCommand.run(site.p, [file, ...args], (line) => lines.push(line))
  return { code, lines, last: lines.at(-1) }
}
const rows = () => site.p.db.selectFrom('texts').selectAll().orderBy('slug').execute()
const read = (path: string) => site.visitor().get(path)
const page = { 'wp:post_type': 'page', link: 'https://oud.example/wie/', title: 'Wie', slug: 'wie', id: '8' }

async function picture(path: string, bytes?: Buffer) {
  const file = join(folder, 'uploads', path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(
    file,
    bytes ??
      (await sharp({ create: { width: 40, height: 30, channels: 3, background: '#384' } })
        .jpeg()
        .toBuffer()),
  )
}
const uploads = () => ['--pictures', join(folder, 'uploads')]

describe('site import wordpress', () => {
  test('brings articles and pages in, with their day, their summary and their tags', async () => {
    const tags = category('Wonen', 'wonen') + category('Kost & inwoon', 'kost', 'post_tag') + category('Geen', 'uncategorized')
    const { code, last } = await run(wxr([item({ 'excerpt:encoded': 'Drie <em>dingen</em>.' }, tags), item(page)]))
    expect([code, last]).toEqual([
      0,
      '1 article and 1 page came in, 0 were there already, 0 refused; 0 pictures; 0 replies; 4 former addresses lead on',
    ])
    const { html, text } = await read('/blog/een-kot-vinden')
    expect(html).toContain('<p>Kom <strong>eerst</strong> kijken.</p>')
    expect(text).toContain('4 mei 2019')
    expect(await rows()).toMatchObject([
      { kind: 'article', language: 'nl', summary: 'Drie dingen.', tags: ['Wonen', 'Kost & inwoon'], stands: null, replies: true },
      { kind: 'page', slug: 'wie', tags: [], replies: false },
    ])
    expect((await read('/wie')).html).toContain('<h1>Wie</h1>')
  })

  test.each(['1.0', '1.1', '1.2'])('reads version %s, whatever plug-ins add', async (version) => {
    const { last } = await run(wxr([item({}, '<seo:title><seo:a>x</seo:a></seo:title>')], version))
    expect(last).toContain('1 article and 0 pages came in')
  })

  test('leads on from the addresses of before, and from no others', async () => {
    await run(
      wxr([
        item(),
        item({ ...page, link: 'https://oud.example/%C3%A9%C3%A9n/wie/' }),
        item({ id: '9', slug: 'x', 'wp:status': 'draft' }),
      ]),
    )
    for (const [from, to] of [
      ['/2019/05/een-kot-vinden/', '/blog/een-kot-vinden'],
      ['/2019/05/een-kot-vinden', '/blog/een-kot-vinden'],
      ['/?p=7', '/blog/een-kot-vinden'],
      ['/?page_id=8', '/wie'],
      ['/%C3%A9%C3%A9n/wie/', '/wie'],
    ] as const) {
      const { status, location } = await read(from)
      expect([from, status, location]).toEqual([from, 301, to])
    }
    for (const [path, status] of [
      ['/2019/05/', 404],
      ['/2019/05/x/', 404],
      ['/%E0%A4%A', 404],
      ['/?p=9', 200],
      ['/?p=7%27', 200],
    ] as const)
      expect([path, (await read(path)).status]).toEqual([path, status])
    expect((await site.visitor().post('/2019/05/een-kot-vinden/', {})).status).toBe(404)
  })

  test('leads on from pictures in any size, from categories, tags and the feed; from none that are not here', async () => {
    await picture('2019/05/a.jpg')
    const tags = category('Kost & inwoon', 'kost-inwoon') + category('Leuven', 'leuven', 'post_tag')
    await run(
      wxr([
        attachment('2', '2019/05/a.jpg'),
        item(
          { 'content:encoded': '<img src="https://oud.example/wp-content/uploads/2019/05/a-300x200.jpg" alt="Een kot">' },
          tags,
        ),
        item({ id: '9', slug: 'x', 'wp:status': 'draft' }, category('Geheim', 'geheim')),
      ]),
      ...uploads(),
    )
    for (const name of ['a.jpg', 'a-300x200.jpg', 'a-1024x768.jpg']) {
      const { status, location } = await read(`/wp-content/uploads/2019/05/${name}`)
      expect([name, status, location]).toEqual([name, 301, expect.stringMatching(/^\/pictures\/[0-9a-f]{32}\/\d+\.jpg$/)])
      expect((await read(location ?? '')).headers.get('content-type')).toBe('image/jpeg')
    }
    for (const [from, to] of [
      ['/category/kost-inwoon/', '/blog/tags/kost-inwoon'],
      ['/category/wonen/kost-inwoon/', '/blog/tags/kost-inwoon'],
      ['/tag/leuven', '/blog/tags/leuven'],
      ['/feed/', '/blog/atom.xml'],
      ['/feed/rss2/', '/blog/atom.xml'],
    ] as const) {
      const { status, location } = await read(from)
      expect([from, status, location]).toEqual([from, 301, to])
      expect([from, (await read(to)).status]).toEqual([from, 200])
    }
    for (const from of [
      '/wp-content/uploads/2019/05/b.jpg',
      '/wp-content/uploads/2019/05/%00.jpg',
      '/wp-content/uploads/%E0%A4%A',
      '/tag/gent/',
      '/category/geheim/',
      '/category/',
      '/feed/x',
    ])
      expect([from, (await read(from)).status]).toEqual([from, 404])
  })

  test('a link to something else on the site of before stays on this one', async () => {
    const links = [
      'https://www.oud.example/wie/',
      '/?p=8',
      'https://elders.example/x',
      'mailto:info@oud.example',
      '#boven',
      '//oud.example//elders.example',
    ]
    await run(wxr([item({ 'content:encoded': links.map((href) => `<a href="${href}">x</a>`).join(' ') })]))
    expect((await rows())[0]?.body).toBe(
      '[x](/wie/) [x](/?p=8) [x](https://elders.example/x) [x](mailto:info@oud.example) x [x](/elders.example)',
    )
  })

  test('once: a second time changes nothing, also where somebody wrote on', async () => {
    const file = wxr([
      item({ 'content:encoded': '<img src="/wp-content/uploads/2019/05/a.jpg" alt="Een kot">' }),
      attachment('3', '2019/05/a.jpg'),
    ])
    await picture('2019/05/a.jpg')
    await run(file, ...uploads())
    await site.p.db.updateTable('texts').set({ title: 'Anders' }).execute()
    const before = await rows()
    expect((await run(file, ...uploads())).last).toContain('0 articles and 0 pages came in, 1 were there already')
    expect(await rows()).toEqual(before)
    expect(await site.p.db.selectFrom('text_pictures').select('origin').execute()).toEqual([{ origin: '2019/05/a.jpg' }])
  })

  test('a dry run says the same and writes nothing', async () => {
    const file = wxr([item({ 'wp:post_name': 'x' }), item({ id: '8', 'wp:post_name': 'x' }), item({ id: '9', title: '' })])
    const dry = await run(file, '--dry-run')
    expect(await rows()).toEqual([])
    const { lines } = await run(file)
    expect(dry.lines).toEqual([...lines.slice(0, -1), 'Dry run: nothing was written. This is how it would go:', lines.at(-1)])
  })

  test('what is not public there is not public here', async () => {
    const given = ['draft', 'pending', 'private', 'future', 'trash', 'auto-draft', 'publish']
    const { lines } = await run(
      wxr([
        ...given.map((status, at) =>
          item({
            id: `${at}`,
            slug: `s-${status}`,
            title: status,
            'wp:status': status,
            'wp:post_date_gmt': status === 'future' ? '2031-01-01 08:00:00' : '2019-05-04 10:00:00',
          }),
        ),
        item({ id: '20', slug: 's-secret', title: 'secret', 'wp:post_password': 'geheim' }),
      ]),
    )
    expect((await rows()).map(({ slug, publish_at }) => [slug, publish_at?.toISOString() ?? null])).toEqual([
      ['s-draft', null],
      ['s-future', '2031-01-01T08:00:00.000Z'],
      ['s-pending', null],
      ['s-private', null],
      ['s-publish', '2019-05-04T10:00:00.000Z'],
      ['s-secret', null],
    ])
    expect(lines.join('\n')).toMatch(
      /\(private\): was not public and is a draft[\s\S]*\(secret\): asked a password and is a draft[\s\S]*1 × trash left out/,
    )
    expect(lines.join('\n')).not.toContain('geheim')
  })

  test('nobody is named as an author', async () => {
    const { lines } = await run(wxr([item()]))
    expect(lines).toContain('1 text names an author. Nobody was taken over: who wants to puts their name there at the desk.')
    expect(await site.p.db.selectFrom('bylines').select('id').execute()).toEqual([])
  })

  test('replies that were public come in sealed, in their threads; of the others it is said that they did not', async () => {
    const mail = 'bo@buren.example'
    const replies = [
      reply('3', {
        'wp:comment_parent': '2',
        'wp:comment_content': 'Zeker.',
        'wp:comment_author': 'Cas',
        'wp:comment_author_email': 'geen adres',
      }),
      reply('2', {
        'wp:comment_content': 'Goed <b>stuk</b><script>x()</script> &amp; zo<br />Tot later',
        'wp:comment_author_email': mail,
      }),
      reply('4', { 'wp:comment_content': 'Wacht', 'wp:comment_approved': '0' }),
      reply('5', { 'wp:comment_content': 'Koop nu', 'wp:comment_approved': 'spam' }),
      reply('6', { 'wp:comment_content': 'Elders', 'wp:comment_type': 'pingback' }),
      reply('7', { 'wp:comment_content': 'x'.repeat(10_001) }),
    ]
    const file = wxr([item({}, replies.join(''))])
    const { lines, last } = await run(file)
    expect(last).toContain('; 2 replies; ')
    expect(lines.join('\n')).toContain('4 replies were not taken over')
    expect(lines.join('\n')).not.toContain(mail)
    const { html, text } = await read('/blog/een-kot-vinden')
    for (const said of ['2 reacties', 'Goed stuk', '5 mei 2019', 'Zeker.']) expect(text).toContain(said)
    expect(html).toContain('class="reply-answers"')
    for (const not of [mail, 'x()', 'Wacht', 'Koop', 'Elders', '203.0.113.9']) expect(html).not.toContain(not)
    const rows = await site.p.db.selectFrom('replies').select(['email', 'ip', 'state', 'article']).orderBy('created_at').execute()
    expect(rows).toMatchObject([{ state: 'shown', article: 'article nl een-kot-vinden' }, { email: null }])
    expect(rows[0]?.email).not.toBeNull()
    await run(file)
    expect(await site.p.db.selectFrom('replies').select('id').execute()).toHaveLength(2)
    expect(await site.mails()).toEqual([])
  })

  test('pictures come from the folder: those in the text, of galleries, and the one above it', async () => {
    await picture('2019/05/a.jpg')
    await picture('2019/05/b.jpg')
    await picture('2019/05/c.jpg')
    const html =
      '[caption id="x" width="300"]<a href="https://oud.example/wp-content/uploads/2019/05/a.jpg"><img src="https://oud.example/wp-content/uploads/2019/05/a-300x200.jpg" alt="Een kot" /></a> Aan de kaai[/caption]\n\n[gallery ids="2"]\n\nTot slot [contact-form-7 id="1"] [sic]'
    const { lines, last } = await run(
      wxr([
        attachment('2', '2019/05/b.jpg', 'Een keuken', '7'),
        attachment('3', '2019/05/c.jpg', 'Een tuin'),
        item({ 'content:encoded': html }, meta('_thumbnail_id', '3')),
      ]),
      ...uploads(),
    )
    expect(last).toContain('3 pictures')
    const [row] = await rows()
    expect(row?.body.replace(/[0-9a-f]{32}/g, '…')).toBe(
      '![Een tuin](/pictures/…-40x30)\n\n![Een kot](/pictures/…-40x30 "Aan de kaai")\n\n![Een keuken](/pictures/…-40x30)\n\nTot slot \\[sic\\]',
    )
    expect(lines.join('\n')).toMatch(/^line \d+ \(Een kot vinden\): without \[contact-form-7\]$/m)
    const { html: shown } = await read('/blog/een-kot-vinden')
    const [, src = ''] = /src="(\/pictures\/[0-9a-f]{32}\/\d+\.jpg)"/.exec(shown) ?? []
    expect((await read(src)).headers.get('content-type')).toBe('image/jpeg')
  })

  test('a picture that is none, is elsewhere, or lies outside the folder stays out, and its words stay', async () => {
    await picture('svg.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))
    await picture(
      'bomb.png',
      await sharp({ create: { width: 10_000, height: 9000, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
    )
    await picture('broken.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))
    await picture('large.jpg', Buffer.alloc(15 * 1024 * 1024 + 1))
    await writeFile(join(folder, 'secret.jpg'), 'geheim')
    await symlink(join(folder, 'secret.jpg'), join(folder, 'uploads', 'link.jpg'))
    const at = 'https://oud.example/wp-content/uploads/'
    const all = [
      'svg.jpg',
      'bomb.png',
      'broken.jpg',
      'large.jpg',
      'link.jpg',
      '..%2fsecret.jpg',
      'gone.jpg',
      '%00.jpg',
      '%1b[2J.jpg',
    ]
    const html = [...all.map((name) => at + name), 'https://elders.example/p.gif', 'data:image/svg+xml,x'].map(
      (src) => `<p><img src="${src}" alt="Woorden"></p>`,
    )
    const { lines } = await run(wxr([item({ 'content:encoded': html.join('') })]), ...uploads())
    expect((await rows())[0]?.body).toBe(html.map(() => 'Woorden').join('\n\n'))
    expect(lines.filter((line) => line.startsWith('picture '))).toEqual([
      'picture svg.jpg: This is no JPEG, PNG, WebP, AVIF or HEIC',
      'picture bomb.png: This picture has more than 80 million points',
      'picture broken.jpg: This file is damaged',
      'picture large.jpg: This file is larger than 15 MB',
      'picture link.jpg: is not in the folder',
      'picture ../secret.jpg: is not in the folder',
      'picture gone.jpg: is not in the folder',
      'picture  .jpg: is not in the folder',
      'picture  [2J.jpg: is not in the folder',
      'picture https://elders.example/p.gif: is not among the pictures of the site; nothing is fetched',
      'picture data:image/svg+xml,x: is not among the pictures of the site; nothing is fetched',
    ])
  }, 30_000)

  test('two with one word get two addresses; one that the program has itself is left to it', async () => {
    const { lines } = await run(
      wxr([
        item({ slug: 'x' }),
        item({ id: '8', slug: 'x' }),
        item({ ...page, id: '9', slug: 'privacy' }),
        item({ ...page, id: '10', slug: 'over-ons' }),
      ]),
    )
    expect((await rows()).map(({ slug }) => slug)).toEqual(['over-ons-2', 'privacy-2', 'x', 'x-2'])
    expect(lines.filter((line) => /has the address/.test(line))).toHaveLength(3)
  })

  test.each([
    [
      'a day that is none',
      { 'wp:post_date_gmt': '2019-02-30 10:00:00', 'wp:post_date': 'morgen' },
      'has no date that can be read ("2019-02-30 10:00:00")',
    ],
    ['no day at all', { 'wp:post_date_gmt': '0000-00-00 00:00:00', 'wp:post_date': '0000-00-00 00:00:00' }, 'has no date'],
    ['nothing', { 'content:encoded': ' ' }, 'has no text'],
    ['nothing but a script', { 'content:encoded': '<script>alert(1)</script>' }, 'has no text'],
    ['a text of ten million signs', { 'content:encoded': 'a'.repeat(10_000_000) }, 'is longer than 100,000 signs'],
    ['a text that is just too long', { 'content:encoded': `${'a '.repeat(50_001)}` }, 'is longer than'],
    ['HTML nested without end', { 'content:encoded': '<div>'.repeat(50_000) }, 'nested deeper than anybody writes'],
    ['a title of nothing', { title: '<br>' }, 'has no title'],
    ['what has no address', { guid: '', link: '' }, 'has neither a guid nor an address'],
    ['what a plug-in keeps', { 'wp:post_type': 'product' }, 'is of the kind "product"'],
  ])('%s is refused by its line, and the others come in', async (_what, fields, why) => {
    const { code, lines, last } = await run(wxr([item({ id: '1', slug: 'een' }), item(fields), item({ id: '9', slug: 'twee' })]))
    expect(lines[0]).toMatch(/^line \d+(?: \(Een kot vinden\))?: refused, /)
    expect(lines[0]).toContain(why)
    expect([code, last]).toEqual([0, expect.stringContaining('2 articles and 0 pages came in, 0 were there already, 1 refused')])
    expect((await rows()).map(({ slug }) => slug)).toEqual(['een', 'twee'])
  })

  test('a text that was removed at the desk stays away, and is told; with --again it comes back', async () => {
    const file = wxr([item(), item(page)])
    await run(file)
    const mira = await memberOfStaff(site, 'owner')
    const [article] = await rows()
    await mira.visitor.post(`/desk/texts/${article?.id}/removal`, { sure: '1' })
    expect((await rows()).map(({ slug }) => slug)).toEqual(['wie'])
    for (const flag of ['--dry-run', '']) {
      const { lines, last } = await run(file, ...(flag ? [flag] : []))
      expect(last).toContain('0 articles and 0 pages came in, 1 were there already, 1 refused')
      expect(lines.join('\n')).toMatch(/\(Een kot vinden\): refused, was removed here before/)
    }
    expect((await read('/2019/05/een-kot-vinden')).status).toBe(404)
    expect((await run(file, '--again')).last).toContain('1 article and 0 pages came in, 1 were there already, 0 refused')
    expect((await read('/blog/een-kot-vinden')).status).toBe(200)
  })

  test('a guid that comes twice is refused, not taken for what was there', async () => {
    expect((await run(wxr([item(), item({ id: '7', slug: 'ander' })]))).lines[0]).toContain(
      'has the same guid as something before it',
    )
  })

  test('words in headers, marks and signs that are not seen do no harm', async () => {
    const title = 'Kot\r\nBcc: iemand@example.org \u202e<script>x</script>\u0007'
    await run(wxr([item({ title, 'wp:post_name': '../../etc/passwd\r\nx', 'excerpt:encoded': 'a\r\nSet-Cookie: b' })]))
    const [row] = await rows()
    expect([row?.title, row?.slug, row?.summary]).toEqual(['Kot Bcc: iemand@example.org', 'etc-passwd-x', 'a Set-Cookie: b'])
    const { html, headers } = await read('/blog/etc-passwd-x')
    expect(html).not.toContain('<script>x')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('what XML forbids and WordPress writes is passed over; an older encoding is read', async () => {
    await run(wxr([item({ 'content:encoded': 'a\u000bb\u0000c' })]))
    await run(
      Buffer.from(wxr([item({ id: '8', slug: 'twee', 'content:encoded': 'één' })]).replace('UTF-8', 'ISO-8859-1'), 'latin1'),
    )
    expect((await rows()).map(({ body }) => body)).toEqual(['abc', 'één'])
  })
})

describe('a file that is not whole, or hostile', () => {
  const whole = wxr([item(), item({ id: '8', slug: 'twee' })])
  const doctype = (inside: string) => whole.replace('<rss', `<!DOCTYPE rss [${inside}]>\n<rss`).replace('Kom', '&x;')
  test.each([
    ['cut off in a text', whole.slice(0, whole.lastIndexOf('kijken')), /^line \d+: the file is not whole/],
    ['cut off between two', whole.slice(0, whole.lastIndexOf('<item>')), /^line \d+: the file is not whole/],
    ['of a billion laughs', doctype(`<!ENTITY a "ha"><!ENTITY x "${'&a;'.repeat(1000)}">`), /DOCTYPE/],
    ['that asks for a file', doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), /DOCTYPE/],
    ['that asks elsewhere', doctype('<!ENTITY % x SYSTEM "https://elders.example/x.dtd"> %x;'), /DOCTYPE/],
    ['with an entity of nobody', whole.replace('<title>', '<title>&x;'), /^line \d+: the file is not whole/],
    ['nested without end', whole.replace('<channel>', '<a>'.repeat(10_000)), /nested deeper than an export/],
    ['that is no export', '<rss version="2.0"><channel><title>x</title></channel></rss>', /is no export of WordPress/],
    ['that is no XML', 'PK\u0003\u0004 zip', /the file is not whole/],
    ['that is empty', '', /is empty/],
    ['of another encoding than it says', Buffer.concat([Buffer.from(whole), Buffer.from([0xff])]), /signs that cannot be in it/],
    ['of an encoding of nobody', whole.replace('UTF-8', 'x-klingon'), /no known encoding/],
  ])('%s is refused, and nothing of it is written', async (_what, content, why) => {
    const { code, lines } = await run(content)
    expect([code, lines.at(-1)]).toEqual([1, 'Nothing was written.'])
    expect(lines[0]).toMatch(why)
    expect(await rows()).toEqual([])
  })

  test.each([
    [[], 'Say which file'],
    [['a.xml', 'b.xml'], 'Say which file'],
    [['a.xml', '--language', 'xx'], '--language is a language of the site (nl), not "xx"'],
    [['a.xml'], 'a.xml is not a file'],
  ])('what is typed wrong is said: %j', async (args, why) => {
    const lines: string[] = []
    expect(await importCommand.run(site.p, args, (line) => lines.push(line))).toBeGreaterThan(0)
    expect(lines.join('\n')).toContain(why)
  })
})
