import { expect, test } from 'vitest'
import type { Copy } from './copy'
import { CopyView } from './readable'

const copyWith = (times: number): Copy => ({
  about: {
    schema: 1,
    site: 'Dorpel',
    controller: { name: 'Dorpel vzw', registration: 'BE 0000.000.097', address: 'Leuven', email: 'privacy@dorpel.example' },
    officer: { name: 'An', email: 'dpo@dorpel.example' },
    authority: { name: 'GBA', url: 'https://authority.example' },
    person: 'p',
    language: 'nl',
    madeAt: '2026-11-22T10:00:00.000Z',
    statement: { url: 'https://dorpel.example/nl/privacy', version: '1' },
  },
  items: [
    {
      item: 'email',
      name: 'E-mailadres',
      what: 'Het adres.',
      holdings: [
        {
          holding: 'email.account',
          where: 'Van je account',
          purposes: [],
          keep: { rule: { until: 'replaced' }, text: 'tot je het vervangt' },
          source: { code: 'person', text: 'jij' },
          sent: Array.from({ length: times }, (_, at) => ({
            to: 'mail' as const,
            name: 'Mailbezorger',
            purpose: 'serviceMail',
            at: `2026-11-0${at + 1}T10:00:00.000Z`,
          })),
          secret: false,
          unlinkable: false,
          records: [],
        },
      ],
    },
  ],
  leftOut: 0,
})
const shown = (times: number) => (<CopyView copy={copyWith(times)} />).toString()

test('each time that something was sent is there; of many the last first, and the others behind it', () => {
  expect(shown(3)).not.toContain('<details')
  const many = shown(5)
  expect(/<summary>(.*?)<\/summary>/.exec(many)?.[1]).toMatch(/Mailbezorger.*5 keer, laatst op 5 november 2026/)
  for (let day = 1; day <= 5; day++) expect(many).toContain(`${day} november 2026`)
})
