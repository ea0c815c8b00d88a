import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { holdingNamed, isHolding } from '../register'
import { type Copy, copyOf } from './copy'
import { copySchema } from './copy-schema'
import { erase } from './erase'
import { everything, type Filled, fillable, fillSite } from './testing'

/** The marks that a copy must hold: all but what is held and not shown. */
const shown = (filled: Filled): string[] =>
  [...filled.marks].flatMap(([path, mark]) => {
    const [table = '', column = ''] = path.split('.')
    const spec = fillableColumn(table, column)
    return isHolding(spec.about) && holdingNamed(spec.about).secret && spec.kind === 'sealed' ? [] : [mark]
  })
const fillableColumn = (table: string, column: string) => {
  const found = tables.find((one) => one.name === table)?.columns[column]
  if (!found) throw new Error(`no ${table}.${column}`)
  return found
}
const recordsIn = (copy: Copy) => copy.items.flatMap(({ holdings }) => holdings.flatMap(({ records }) => records)).length

let site: TestSite
let tables: ReturnType<typeof fillable>
beforeAll(async () => {
  site = await testSite()
  tables = fillable(site.p)
})
afterAll(() => site.close())

describe('every personal holding (G2, G3)', () => {
  let an: Filled
  let bart: Filled
  let bartBefore: number
  beforeAll(async () => {
    ;({ an, bart } = await fillSite(site.p))
    bartBefore = recordsIn(await copyOf(site.p, bart.person, 'nl'))
  })

  test('the whole schema is filled: every personal column has a mark or is a time, a number or an id', () => {
    expect(an.ids.size).toBe(tables.length)
    expect(an.marks.size).toBeGreaterThan(40)
  })

  test('is in the copy of its person, and nothing of another is', async () => {
    const copy = await copyOf(site.p, an.person, 'nl')
    const text = JSON.stringify(copy)
    expect(shown(an).filter((mark) => !text.includes(mark))).toEqual([])
    expect([...bart.marks.values()].filter((mark) => text.includes(mark))).toEqual([])
    expect(text).not.toContain('mark-bart')
    expect(copy.leftOut).toBe(2)
    const threads = copy.items.flatMap(({ holdings }) => holdings).find(({ holding }) => holding === 'contacts.thread')
    const [mine, theirs] = (threads?.records ?? [])
      .filter(({ table }) => table === 'threads')
      .map(({ values }) => Object.keys(values))
      .sort((a, b) => (a.join() < b.join() ? 1 : -1))
    expect(mine).toContain('seeker_read_at')
    expect(mine).not.toContain('advertiser_read_at')
    expect(theirs).toContain('advertiser_read_at')
    expect(theirs).not.toContain('seeker_read_at')
    expect(copySchema.safeParse(JSON.parse(text)).error).toBeUndefined()
  })

  test('what lets one in is held, and not shown', async () => {
    const text = JSON.stringify(await copyOf(site.p, an.person, 'nl'))
    for (const path of ['accounts.password', 'registrations.password', 'staff.totp', 'staff_passkeys.credential'])
      expect(text).not.toContain(an.marks.get(path) ?? path)
    expect(an.marks.get('accounts.password')).toBeDefined()
  })

  test('is gone after erasure, and what is another’s stays as it was', async () => {
    expect(await everything(site.p)).toContain(an.person)
    const receipt = await erase(site.p, an.person)
    const left = await everything(site.p)
    expect(left.split('\n').filter((row) => row.includes(an.person) || row.includes('mark-an-'))).toEqual([])
    expect(receipt.kept).toEqual([])
    const erased = receipt.erased.map(({ holding }) => holding)
    expect(erased).toEqual(expect.arrayContaining(['email.account', 'message.thread', 'phone.listing', 'disclosures.ledger']))
    const barts = await copyOf(site.p, bart.person, 'nl')
    const text = JSON.stringify(barts)
    expect(shown(bart).filter((mark) => !text.includes(mark))).toEqual([])
    expect(recordsIn(barts)).toBe(bartBefore)
    const keys = await site.p.db.selectFrom('person_keys').select('id').where('person_id', '=', an.person).execute()
    expect(keys).toEqual([])
  })

  test('its files are gone too, and those of another are not', async () => {
    for (const table of tables.filter(({ files }) => files)) {
      const folders = await site.p.files.list(table.files?.folder ?? '')
      const texts = await Promise.all(
        folders.map(async ({ name }) => (await site.p.files.read(`${table.files?.folder}/${name}/1600.jpg`)).toString()),
      )
      expect(texts).toEqual([`mark-bart-file-${table.name}`])
    }
  })

  test('erasing again does no harm, and says that nothing was there', async () => {
    expect(await erase(site.p, an.person)).toMatchObject({ erased: [], kept: [] })
  })
})
