import { describe, expect, test } from 'vitest'
import { keysOf } from '../std/keys'
import { languages } from '../std/words'
import {
  allowedTo,
  type ColumnKind,
  columnIds,
  cookies,
  gated,
  holding,
  holdingNamed,
  holdingNames,
  isHolding,
  type Keep,
  lint,
  loadsFor,
  purposeNames,
  purposes,
  recipientNames,
  registerWords,
  tableNamed,
  tableNames,
  termOf,
} from '.'

const columns = tableNames.flatMap((table) =>
  Object.entries(tableNamed(table).columns).map(([name, column]) => ({ table, path: `${table}.${name}`, column })),
)
const of = (kind: ColumnKind) => columns.filter(({ column }) => column.kind === kind).map(({ path }) => path)
const personal = tableNames.filter((name) => Object.values(tableNamed(name).columns).some(({ about }) => about !== 'nobody'))

describe('the register', () => {
  test('holds nothing that no column has, and has no column of something it does not hold', () => {
    const used = new Set(columns.map(({ column }) => column.about).filter(isHolding))
    expect(holdingNames.filter((name) => !used.has(name))).toEqual([])
    expect(columns.filter(({ column }) => column.about !== 'nobody' && !isHolding(column.about))).toEqual([])
  })

  test('says of each blind index which sealed column it finds', () => {
    for (const { table, path, column } of columns.filter(({ column }) => column.kind === 'blindIndex'))
      expect(tableNamed(table).columns[column.of ?? '']?.kind, path).toBe('sealed')
  })

  test('K31: gives a term of its own only to rows that are about nobody: the others have that of their holdings', () => {
    const own = tableNames.filter((name) => tableNamed(name).keep)
    expect(own).toEqual(['counts'])
    expect(own.filter((name) => personal.includes(name) || !tableNamed(name).clock)).toEqual([])
  })

  test('lets a recipient have a holding only for a purpose of that holding', () => {
    const wrong = recipientNames.flatMap((name) =>
      allowedTo(name).flatMap(({ purpose, holdings }) =>
        // A person's own rights may be served with all that is held; what the law lets an authority demand is held for other purposes.
        holdings
          .filter((one) => purpose !== 'rights' && purpose !== 'orders' && !holdingNamed(one).for.includes(purpose))
          .map((one) => `${name} may have ${one} for ${purpose}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('K26: rests no purpose on consent for which nothing asks consent, and no cookie of our own', () => {
    expect(purposeNames.filter((name) => purposes[name].basis === 'consent')).toEqual(gated)
    expect(keysOf(cookies).filter((name) => gated.includes(cookies[name].purpose))).toEqual([])
    expect(recipientNames.flatMap((name) => loadsFor(name) ?? []).filter((name) => !gated.includes(name))).toEqual([])
    expect(lint(gated)).toEqual([])
    expect(lint()).toContain('statistics rests on consent, and nothing asks it')
  })

  test('K26: holds what rests on consent alone in rows or columns that can go when it is taken back', () => {
    const alone = (about: string) => isHolding(about) && holdingNamed(about).for.every((one) => gated.includes(one))
    const stuck = tableNames.flatMap((table) => {
      const all = Object.values(tableNamed(table).columns).filter(({ about }) => isHolding(about))
      return all.every(({ about }) => alone(about)) ? [] : all.filter(({ about, nullable }) => alone(about) && !nullable)
    })
    expect(stuck).toEqual([])
  })

  test('knows of each personal table whose the rows are', () => {
    const lost = personal.filter((name) => {
      const { subject, unlinks, unlinkable } = tableNamed(name)
      return !subject && !unlinks && !unlinkable
    })
    expect(lost).toEqual([])
    expect(personal.filter((name) => tableNamed(name).unlinkable)).toEqual(['rate_limits', 'traffic', 'demands', 'no_mail'])
  })

  test('names columns that are there', () => {
    const wrong = tableNames.flatMap((name) => {
      const { columns: has, key, clock, heldUntil, expires, partOf, files, subject, unlinks = [], theirs = {} } = tableNamed(name)
      const named = [
        key,
        clock,
        heldUntil,
        expires,
        partOf?.column,
        files?.column,
        subject,
        ...unlinks,
        ...Object.entries(theirs).flat(),
      ]
      return named.filter((column) => column !== undefined && !(column in has)).map((column) => `${name}.${column}`)
    })
    expect(wrong).toEqual([])
    expect(tableNames.filter((name) => !tableNames.some((one) => one === (tableNamed(name).partOf?.table ?? name)))).toEqual([])
  })

  test('gives a table one term, and every term a clock that counts it', () => {
    const isTerm = (keep: Keep) => 'days' in keep || 'months' in keep
    const keeps = (table: (typeof tableNames)[number]) => [
      ...new Set(
        Object.values(tableNamed(table).columns).flatMap(({ about }) =>
          isHolding(about) && isTerm(holdingNamed(about).keep) ? [JSON.stringify(holdingNamed(about).keep)] : [],
        ),
      ),
    ]
    expect(tableNames.filter((name) => keeps(name).length > 1)).toEqual([])
    expect(tableNames.filter((name) => tableNamed(name).clock && !termOf(tableNamed(name)))).toEqual([])
    // Accounts that sleep are warned first (features/accounts/dormant.ts); counters say themselves when they are over.
    const unclocked = tableNames.filter((name) => keeps(name).length > 0 && !tableNamed(name).clock)
    expect(unclocked).toEqual(['people', 'rate_limits', 'accounts'])
  })

  test('gives every sealed or indexed column a number of its own', () => {
    const numbers = Object.values(columnIds)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(Object.keys(columnIds).toSorted()).toEqual([...of('sealed'), ...of('blindIndex'), ...of('byDay')].toSorted())
  })

  test('keeps what is sealed under the class of its holding for as long as the longest of that class', () => {
    // What outlives the account may not lie under the key that ends with it.
    const outliving = holdingNames.filter((name) => 'years' in holding[name].keep)
    expect(outliving.filter((name) => holding[name].keys === 'service' || holding[name].keys === 'messages')).toEqual([])
  })

  test.each(languages)('names everything differently in %s, so that a fact can be read back', (language) => {
    const said = registerWords(language)
    for (const names of [
      Object.values(said.items).map(({ name }) => name),
      Object.values(said.purposes).map(({ name }) => name),
      Object.values(said.recipients).map(({ name }) => name),
      Object.values(said.bases).map(({ name }) => name),
      Object.values(said.stored).map(({ name }) => name),
      Object.values(said.rights).map(({ name }) => name),
      Object.values(said.circles),
      Object.values(said.sources),
    ]) {
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
      expect(names.filter((name) => name.trim() === '')).toEqual([])
    }
  })
})
