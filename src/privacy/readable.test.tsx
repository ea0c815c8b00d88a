import { describe, expect, test } from 'vitest'
import { registerWords } from '../register'
import { copyWith, record } from './copied'
import type { CopyHolding } from './copy'
import { CopyView, copyDocument, Entry } from './readable'

const shown = (...given: Parameters<typeof copyWith>) => (<CopyView copy={copyWith(...given)} />).toString()
const sentTo = (name: string, times: number): CopyHolding['sent'] =>
  Array.from({ length: times }, (_, at) => ({
    to: 'mail' as const,
    name,
    purpose: 'serviceMail',
    at: `2026-11-0${at + 1}T10:00:00.000Z`,
  }))
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const documentOf = async (...given: Parameters<typeof copyWith>) =>
  (await Array.fromAsync(copyDocument(copyWith(...given)))).join('')

describe('K24: what a person reads of their data', () => {
  test('each time that something was sent is there; of many the last first, and the others behind it', () => {
    expect(shown({ sent: sentTo('Mailbezorger', 3) })).not.toContain('<details>')
    const many = shown({ sent: sentTo('Mailbezorger', 4) })
    expect(/<summary>(.*?)<\/summary>/.exec(many)?.[1]).toMatch(/Mailbezorger.*4 keer, laatst op 4 november 2026/)
    for (let day = 1; day <= 4; day++) expect(many).toContain(`${day} november 2026`)
    const two = text(shown({ sent: [...sentTo('Mailbezorger', 2), ...sentTo('Rondbrief', 1)] }))
    expect(two).toContain('Mailbezorger: 1 november 2026 om 11:00 · 2 november 2026 om 11:00')
    expect(two).toContain('Rondbrief: 1 november 2026 om 11:00')
    expect(text(shown({ records: [record()] }))).toContain('Wie het kreeg niemand')
    expect(text(shown({ sent: sentTo('Rondbrief', 1) }))).not.toContain('niemand')
  })

  test.each<[what: string, value: unknown, html: string]>([
    ['nothing', null, '–'],
    ['an empty text', '', '–'],
    ['an empty list', [], '–'],
    ['yes', true, 'ja'],
    ['no', false, 'nee'],
    ['a number', 0, '<span class="copy-text">0</span>'],
    ['a text', 'Ik <b>zoek</b>', '<span class="copy-text">Ik &lt;b&gt;zoek&lt;/b&gt;</span>'],
    ['a day', '2026-11-07', '<time datetime="2026-11-07">7 november 2026</time>'],
    ['more than a day', '2026-11-07 of zo', '<span class="copy-text">2026-11-07 of zo</span>'],
    ['something before a day', 'op 2026-11-07', '<span class="copy-text">op 2026-11-07</span>'],
    ['a moment', '2026-11-07T10:00:00.123Z', '<time datetime="2026-11-07T10:00:00.123Z">7 november 2026 om 11:00</time>'],
    [
      'a moment of whole seconds',
      '2026-11-07T10:00:00Z',
      '<time datetime="2026-11-07T10:00:00Z">7 november 2026 om 11:00</time>',
    ],
    ['more than a moment', '2026-11-07T10:00:00Z ja', '<span class="copy-text">2026-11-07T10:00:00Z ja</span>'],
    ['something before a moment', 'om 2026-11-07T10:00:00Z', '<span class="copy-text">om 2026-11-07T10:00:00Z</span>'],
    ['a holding', 'email.account', 'E‑mailadres, van je account'],
    ['a list', ['a', true], '<span class="copy-text">a</span>; ja'],
    [
      'a record',
      { rent: 1, gone: null },
      '<dl class="copy-values"><div><dt>huur (in cent)</dt><dd><span class="copy-text">1</span></dd></div><div><dt>gone</dt><dd>–</dd></div></dl>',
    ],
  ])('%s is written as people read it', (_, value, html) => {
    const entry = (<Entry lang="nl" record={record({ values: { x: value } })} />).toString()
    expect(entry).toBe(`<li><dl class="copy-values"><div><dt>x</dt><dd>${html}</dd></div></dl></li>`)
  })

  test('a code of the program is called by its name, in the column in which it is one', () => {
    const values = { recipient: 'mail', purpose: 'serviceMail', change: 'erased', x: 'mail' }
    const entry = text((<Entry lang="nl" record={record({ values })} />).toString())
    const purpose = registerWords('nl').purposes.serviceMail.name
    expect(entry).toBe(`ontvanger Mailbezorger doel ${purpose} wat ermee gebeurde gewist x mail`)
    const unknown = { recipient: 'nobody', change: 7, purpose: ['serviceMail'] }
    expect(text((<Entry lang="nl" record={record({ values: unknown })} />).toString())).toMatch(/nobody .* 7 .* serviceMail$/)
  })

  test('a row says when it goes and which files it has; one that has nothing to show is none', () => {
    const of = record({ goes: '2026-12-01T10:00:00.000Z', files: ['photos/a/1600.jpg', 'photos/b/1600.jpg'] })
    const entry = (<Entry lang="nl" record={of} fileAt={(file) => `files/${file}`} />).toString()
    expect(entry).toContain('<p class="copy-goes">gaat vanzelf weg op 1 december 2026 om 11:00</p>')
    for (const file of of.files ?? []) expect(entry).toContain(`<p><a href="files/${file}">bestand ${file}</a></p>`)
    expect((<Entry lang="nl" record={of} />).toString()).not.toContain('<a ')
    expect((<Entry lang="nl" record={record({ goes: null })} fileAt={String} />).toString()).not.toContain('<p')
    expect(`${<Entry lang="nl" record={record({ values: {} })} />}`).not.toContain('<li')
  })

  test('a holding says what for, how long and where from; what is secret, unknown of whom or not held says so', () => {
    const purposes: CopyHolding['purposes'] = [
      { purpose: 'account', name: 'Je account', basis: 'contract', basisName: 'Overeenkomst' },
      { purpose: 'signIn', name: 'Aanmelden', basis: 'contract', basisName: 'Overeenkomst' },
    ]
    const html = shown({ purposes, records: [record()] })
    const about =
      'Waarvoor Je account (overeenkomst), Aanmelden (overeenkomst) Hoe lang tot je het vervangt Waar het vandaan komt jij'
    expect(text(html)).toContain(about)
    expect(html).toContain('<ul class="copy-records"><li>')
    expect(text(html)).not.toMatch(/we zetten het hier niet|Hiervan hebben we niets|artikel 11/)
    expect(text(shown({ records: [record()], secret: true }))).toContain('we zetten het hier niet')
    expect(text(shown({ sent: sentTo('Rondbrief', 1), secret: true }))).toMatch(/Hiervan hebben we niets(?!.*we zetten het)/)
    expect(text(shown({ unlinkable: true }))).toMatch(/artikel 11(?!.*Hiervan hebben we niets)/)
  })

  test('what is not held stands apart, counted, and with what else one can do beside what is', () => {
    expect(shown({})).toBe(
      '<details class="copy-none"><summary>Waarvan we niets over je hebben (2)</summary><ul><li>E-mailadres: Van je account; Elders</li></ul></details>',
    )
    const held = shown({ records: [record()] })
    expect(held).toContain('<section class="copy-item" id="email"><h2>E-mailadres</h2><p class="copy-what">Het adres.</p>')
    expect(held).toContain('Waarvan we niets over je hebben (1)')
    expect(held).toContain('<li>E-mailadres: Elders</li>')
    expect(shown({ records: [record()] }, { other: { records: [record()] } })).not.toContain('copy-none')
    const copy = copyWith({ records: [record()] })
    const beside = (<CopyView copy={copy} beside={({ where }) => <a href="/x">{where}</a>} />).toString()
    expect(beside).toContain('</dl><a href="/x">Van je account</a></section>')
  })

  test('what others wrote is left out, and said', () => {
    expect(shown({}, { leftOut: 0 })).not.toContain('van anderen')
    expect(text(shown({}, { leftOut: 1 }))).toContain('1 bericht van anderen in je gesprekken staat hier niet bij')
  })
})

describe('K24: the page in a copy', () => {
  test.each<[what: string, ...given: Parameters<typeof copyWith>]>([
    ['of somebody of whom nothing is held', {}],
    ['with records', { records: [record(), record({ values: { x: 'y' } })] }],
    ['with what was sent', { sent: [...sentTo('Mailbezorger', 5), ...sentTo('Rondbrief', 2)] }],
    ['with both', { records: [record()], sent: sentTo('Rondbrief', 2) }, { other: { records: [record()], secret: true } }],
    ['with what nobody can say whose it is', { unlinkable: true }],
  ])('%s says what the page of the site says', async (_, ...given) => {
    expect(await documentOf(...given)).toContain(shown(...given))
  })

  test('says of whom it is, of when, from whom, and by which statement; and stands by itself', async () => {
    const html = await documentOf({ records: [record({ files: ['photos/a/1600.jpg'] })] }, { leftOut: 3 })
    expect(html).toMatch(/^<!doctype html><html lang="nl"><head>.*<title>Jouw gegevens bij Dorpel<\/title><style>.*<\/html>$/s)
    const said = text(html.slice(html.indexOf('<body>')))
    expect(said).toContain('Jouw gegevens bij Dorpel Gemaakt op 22 november 2026 om 11:00.')
    expect(said).toContain('Dorpel vzw, Leuven · De privacyverklaring van dat moment (1)')
    expect(html).toContain('<a href="https://dorpel.example/nl/privacy">')
    expect(html).toContain('<a href="files/photos/a/1600.jpg">')
    expect(said).toContain('3 berichten van anderen')
    expect(said).toMatch(/Schrijf naar dpo@dorpel.example\.$/)
    expect(html).not.toMatch(/<script|<link|src=|@import|url\(/)
  })

  test('what somebody wrote opens no hole in it', async () => {
    const html = await documentOf({ records: [record({ values: { x: '<!--here-->' } })] })
    expect(html).toContain('&lt;!--here--&gt;')
    expect(html).not.toContain('<!--here-->')
  })
})
