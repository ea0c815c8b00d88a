import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { termCheck } from '../app/audit/queries'
import { type TestSite, testSite } from '../app/testing'
import { mailing } from '../features/campaigns/testing'
import { crispEnv } from '../features/crisp/testing'
import { days } from '../platform/clock'
import { cutoff, type HoldingName, holding, holdingNamed, holdingNames, tableNamed, tableNames, termOf } from '../register'
import { copyOf } from './copy'
import { lift, restrict } from './restrict'
import { sweepTerms } from './sweep'
import { fillable, fillSite } from './testing'
import { holdingsIn, type Walked } from './walk'

type Filled = { site: TestSite; people: Awaited<ReturnType<typeof fillSite>> }
async function filled(options: Parameters<typeof testSite>[0]): Promise<Filled> {
  const site = await testSite(options)
  const people = await fillSite(site.p)
  // What is over of who has their data restricted stays.
  await site.p.db.deleteFrom('restrictions').execute()
  return { site, people }
}
let site: TestSite
let people: Filled['people']
// Between them they have every table of the register: no site has both chats.
let elsewhere: Filled
beforeAll(async () => {
  ;({ site, people } = await filled({ env: mailing }))
  elsewhere = await filled({ site: 'src/app/testing/crisp', env: crispEnv('http://127.0.0.1:9') })
}, 60_000)
afterAll(async () => {
  await site.close()
  await elsewhere.site.close()
})

const tableOf = (name: string, { p } = site): Walked => {
  const found = fillable(p).find((table) => table.name === name)
  if (!found) throw new Error(`the site has no table ${name}`)
  return found
}
const idsIn = async (table: Walked, { p } = site): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select ${sql.ref(table.key)} as id from ${sql.table(table.name)}`.execute(p.db)
  return rows.map(({ id }) => id)
}
const inCopy = async (person: string, name: HoldingName, { p } = site): Promise<string[]> => {
  const { items } = await copyOf(p, person, 'nl')
  const found = items.flatMap(({ holdings }) => holdings).find((one) => one.holding === name)
  return found?.records.map(({ id }) => id) ?? []
}

/** Each term of the register that a clock counts, with the tables in which it is held of somebody. */
const terms = holdingNames
  .flatMap((name) =>
    tableNames
      .filter(
        (table) => termOf(tableNamed(table)) && !tableNamed(table).unlinkable && holdingsIn(tableNamed(table)).includes(name),
      )
      .map((table): [HoldingName, (typeof tableNames)[number]] => [name, table]),
  )
  // What refers to another table comes before it.
  .toSorted(([, a], [, b]) => tableNames.indexOf(b) - tableNames.indexOf(a))

describe('K31: each term of the register', () => {
  test('has a clock that counts it, or the rule that stands beside it here', () => {
    const counted = new Set(terms.map(([name]) => name))
    const others = holdingNames.filter((name) => 'after' in holdingNamed(name).keep && !counted.has(name))
    // Warned first (features/accounts/dormant.test.ts); counters by their own moment (sweep.test.ts); the key of a day (app/traffic.test.ts); of whom it was,
    // nothing says (features/requests/demands.test.ts, features/newsletter/newsletter.test.ts).
    expect(others).toEqual(['activity.account', 'network.limits', 'traffic.log', 'demand.desk', 'noMail.newsletter'])
  })

  test.each(terms)(
    '%s in %s: a second before its end it is there, a second after it nobody is shown it, and the sweep deletes it',
    async (name, of) => {
      const at = fillable(site.p).some((table) => table.name === of) ? { site, people } : elsewhere
      const table = tableOf(of, at.site)
      const term = termOf(table)
      if (!term) throw new Error('there is a term')
      await sql`delete from ${sql.table(table.name)}`.execute(at.site.p.db)
      const edge = cutoff(term, at.site.clock.now()).getTime()
      const clock = table.clock ?? ''
      const stays = await at.people.add('an', table, { [clock]: new Date(edge + 1000) })
      const goes = await at.people.add('bart', table, { [clock]: new Date(edge - 1000) })
      expect(await inCopy(at.people.an.person, name, at.site)).toContain(stays)
      expect(await inCopy(at.people.bart.person, name, at.site)).not.toContain(goes)
      await sweepTerms(at.site.p)
      expect(await idsIn(table, at.site)).toEqual([stays])
    },
  )
})

describe('K31: the sweep', () => {
  const many = 2300
  /** Mails of Bart's that are over, made by the database itself. */
  const plant = async () => {
    await site.p.db.deleteFrom('outbox').execute()
    await sql`insert into outbox (id, person_id, template, params, created_at)
      select gen_random_uuid(), ${people.bart.person}, 'x', '{}', ${site.clock.now()}::timestamptz - interval '31 days' from generate_series(1, ${many})`.execute(
      site.p.db,
    )
  }
  const left = async () => (await idsIn(tableOf('outbox'))).length

  test('goes in pieces, says how many went, and after a failure halfway goes on where it was', async () => {
    await plant()
    await sql`create sequence seen`.execute(site.p.db)
    await sql`create function breaks() returns trigger language plpgsql as
      $$ begin if nextval('seen') > 1500 then raise exception 'the disk is full'; end if; return old; end $$`.execute(site.p.db)
    await sql`create trigger breaks before delete on outbox for each row execute function breaks()`.execute(site.p.db)
    await expect(sweepTerms(site.p)).rejects.toMatchObject({ code: 'not_all_swept' })
    // A whole piece is gone, of the next one nothing.
    expect(await left()).toBe(many - 1000)
    await sql`drop trigger breaks on outbox`.execute(site.p.db)
    expect((await sweepTerms(site.p)).outbox).toBe(many - 1000)
    expect(await left()).toBe(0)
    const row = await site.p.db.selectFrom('sweeps').select(['deleted', 'ran_at']).where('name', '=', 'outbox').executeTakeFirst()
    expect(row).toEqual({ deleted: many - 1000, ran_at: site.clock.now() })
  })

  test('a term that the register shortens holds for what was there before', async () => {
    const outbox = tableOf('outbox')
    await site.p.db.deleteFrom('outbox').execute()
    const id = await people.add('an', outbox, { created_at: new Date(site.clock.now().getTime() - days(20)) })
    await sweepTerms(site.p)
    expect(await idsIn(outbox)).toEqual([id])
    const was = holding['mail.sent'].keep
    Object.assign(holding['mail.sent'], { keep: { days: 10, after: 'made' } })
    try {
      expect(await inCopy(people.an.person, 'mail.sent')).toEqual([])
      await sweepTerms(site.p)
      expect(await idsIn(outbox)).toEqual([])
    } finally {
      Object.assign(holding['mail.sent'], { keep: was })
    }
  })

  test('G7: what is over of somebody whose data are restricted is kept until that is lifted, but for what would let in who finds it', async () => {
    const { p, clock } = site
    const [outbox, copies] = [tableOf('outbox'), tableOf('copies')]
    for (const table of [outbox, copies]) await sql`delete from ${sql.table(table.name)}`.execute(p.db)
    await restrict(p, people.an.person, { ground: 'claims' })
    await p.db.deleteFrom('outbox').execute()
    const old = new Date(clock.now().getTime() - days(60))
    const ans = await people.add('an', outbox, { created_at: old })
    await people.add('bart', outbox, { created_at: old })
    await people.add('an', copies, { created_at: old })
    await sweepTerms(p)
    expect([await idsIn(outbox), await idsIn(copies)]).toEqual([[ans], []])
    const past = async () => (await termCheck(p)).differences.filter(({ what }) => what.startsWith('outbox'))
    expect(await past()).toEqual([])
    await lift(p, people.an.person)
    expect(await past()).toHaveLength(1)
    await sweepTerms(p)
    expect(await idsIn(outbox)).toEqual([])
  })
})
