// For tests: a copy of somebody's data, made by hand. No database, no web.
import type { Copy, CopyHolding } from './copy'
import type { CopyRecord } from './records'

type Given = Omit<Partial<CopyRecord>, 'values'> & { values?: { [column: string]: unknown } }
/** A record with one value, or with these. */
export const record = ({ values = { first_name: 'An' }, ...given }: Given = {}): CopyRecord => ({
  table: 'accounts',
  id: 'r',
  goes: null,
  values: JSON.parse(JSON.stringify(values)),
  ...given,
})

const holdingWith = (given: Partial<CopyHolding>): CopyHolding => ({
  holding: 'email.account',
  where: 'Van je account',
  purposes: [],
  keep: { rule: { until: 'replaced' }, text: 'tot je het vervangt' },
  source: { code: 'person', text: 'jij' },
  sent: [],
  secret: false,
  unlinkable: false,
  records: [],
  ...given,
})

/** A copy with one item that is held in two ways, of both of which nothing is there but what is given. */
export const copyWith = (
  first: Partial<CopyHolding>,
  { other = {}, leftOut = 0 }: { other?: Partial<CopyHolding>; leftOut?: number } = {},
): Copy => ({
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
      holdings: [holdingWith(first), holdingWith({ holding: 'email.notice', where: 'Elders', ...other })],
    },
  ],
  leftOut,
})
