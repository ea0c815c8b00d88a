import { expect, test } from 'vitest'
import { copyWith, record } from './copied'
import type { Glimpse, GlimpseHolding, SentTo } from './glimpse'
import { GlimpseView } from './glimpse-view'

type Given = { sent?: SentTo[]; records?: GlimpseHolding['records']; count?: number }
const glimpseWith = ({ sent = [], records = [], count = records.length }: Given, leftOut = 0): Glimpse => {
  const { items, ...copy } = copyWith({})
  const holdings = items.flatMap((item) => item.holdings)
  const filled = holdings.map((one, at) =>
    at === 0 ? { ...one, sent, records, count } : { ...one, sent: [], records: [], count: 0 },
  )
  return { ...copy, leftOut, items: items.map((item) => ({ ...item, holdings: filled })) }
}
const shown = (...given: Parameters<typeof glimpseWith>) =>
  (
    <GlimpseView
      of={glimpseWith(...given)}
      at={(holding, what) => `/all/${holding}/${what}`}
      beside={({ where }) => <a href="/object">{where}</a>}
    />
  ).toString()
const last = '2026-11-20T10:00:00.000Z'

test('K24: of what there is more of, a page leads to all of it; and beside it stands what one can do about it', () => {
  const some = shown({ records: [record()] })
  expect(some).toContain('<section class="copy-item" id="email">')
  expect(some).toContain('<dd><span class="copy-text">An</span></dd>')
  expect(some).toContain('<a href="/object">Van je account</a>')
  expect(some).not.toContain('/all/')
  const many = shown({ records: [record()], count: 1234 })
  expect(many).toContain(
    '<li><a href="/all/email.account/records">Alle 1.234 tonen, de nieuwste eerst<span class="visually-hidden"> (E-mailadres, Van je account)</span></a></li>',
  )
})

test('K24: who received something stands there with when last; of several times it leads to each', () => {
  const once = shown({ sent: [{ name: 'Rondbrief', times: 1, last }] })
  expect(once).toContain('<li>Rondbrief: 20 november 2026 om 11:00</li>')
  expect(once).not.toContain('/all/')
  const often = shown({
    sent: [
      { name: 'Rondbrief', times: 1, last },
      { name: 'Mailbezorger', times: 2, last },
    ],
  })
  expect(often).toContain('<li>Mailbezorger: 2 keer, laatst op 20 november 2026 om 11:00</li>')
  expect(often).toContain(
    '<li><a href="/all/email.account/sent">Alle keren tonen<span class="visually-hidden"> (Van je account)</span></a></li>',
  )
})

test('K24: what is not held stands apart, and what others wrote is left out', () => {
  expect(shown({})).toMatch(/^<details class="copy-none"><summary>Waarvan we niets over je hebben \(2\)/)
  expect(shown({ records: [record()] }, 2)).toMatch(/2 berichten van anderen.*Waarvan we niets over je hebben \(1\)/s)
})
