import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import asking from '../app/testing/asks/site'
import { days } from '../platform/clock'
import { holding, keyClasses } from '../register'
import type { Frozen } from './changes'
import { onPaper } from './on-paper'
import { versionOf } from './statement'
import {
  changedMail,
  hasPeople,
  isRecent,
  pageOfVersion,
  pendingVersion,
  publishStatement,
  versionJobs,
  versionsOf,
} from './versions'

let site: TestSite
beforeEach(async () => {
  site = await testSite()
})
afterEach(() => site.close())

const pages = { nl: '<h1>Privacy</h1>', fr: '<h1>Vie privée</h1>' }
/** The platform, with the jobs that it sends. */
const counted = (p = site.p) => {
  const sent: [string, object][] = []
  const jobs = { ...p.jobs, send: async (_db: unknown, name: string, data: object) => void sent.push([name, data]) }
  return { sent, q: { ...p, jobs } }
}
async function whileKept(keep: { days: number; after: 'made' }, act: () => Promise<void>): Promise<void> {
  const was = holding['mail.sent'].keep
  Object.assign(holding['mail.sent'], { keep })
  try {
    await act()
  } finally {
    Object.assign(holding['mail.sent'], { keep: was })
  }
}
/** What the version that stands was, as if something of it had been otherwise. */
async function was(change: (frozen: Frozen) => void): Promise<void> {
  const { frozen } = await site.p.db.selectFrom('statement_versions').select('frozen').executeTakeFirstOrThrow()
  const other: Frozen = JSON.parse(JSON.stringify(frozen))
  change(other)
  await site.p.db
    .updateTable('statement_versions')
    .set({ frozen: JSON.stringify(other) })
    .execute()
}

describe('Q17: a version of the statement', () => {
  test('is the first when there was none, and then there is nothing new', async () => {
    const { p, clock } = site
    const { q, sent } = counted()
    expect(await versionsOf(p.db)).toEqual([])
    expect(await pendingVersion(p, pages)).toEqual({ number: 1, changes: undefined, weight: 'editorial' })
    const first = { number: 1, weight: 'editorial', code: versionOf(p), publishedAt: clock.now(), changes: [] }
    expect(await publishStatement(q, pages)).toEqual(first)
    expect([await pendingVersion(p, pages), await publishStatement(q, pages)]).toEqual([undefined, undefined])
    expect([await versionsOf(p.db), sent]).toEqual([[first], []])
  })

  test('that concerns people has them told; one that does not, nobody', async () => {
    const { p } = site
    const { q, sent } = counted()
    await publishStatement(q, pages)
    await whileKept({ days: 60, after: 'made' }, async () => {
      const pending = await pendingVersion(p, pages)
      expect(pending).toMatchObject({ number: 2, weight: 'notify', again: [], changes: [{ section: 'known', weight: 'notify' }] })
      const second = await publishStatement(q, pages)
      expect(second).toMatchObject({ number: 2, weight: 'notify', changes: pending?.changes })
      expect(sent).toEqual([['privacy.announce', { version: '2' }]])
    })
    // What is kept for a shorter time again harms nobody.
    expect(await publishStatement(q, pages)).toMatchObject({ number: 3, weight: 'editorial' })
    expect(sent).toHaveLength(1)
    const versions = await versionsOf(p.db)
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(versions[1]?.changes).toMatchObject([{ section: 'known', weight: 'notify' }])
  })

  test('in which a consent would mean more says for what it is asked again', async () => {
    const p = { ...site.p, site: onPaper(asking).site }
    await publishStatement(p, pages)
    await was(({ facts }) => {
      const gets = facts.recipients.find(({ recipient }) => recipient === 'campaigns')?.gets ?? []
      for (const one of gets) one.holdings = one.holdings.filter((name) => name !== 'firstName.account')
    })
    const { q, sent } = counted(p)
    expect(await publishStatement(q, pages)).toMatchObject({ number: 2, weight: 'askAgain' })
    const rows = await p.db.selectFrom('statement_versions').select('asks_again').orderBy('number').execute()
    expect(rows.map(({ asks_again }) => asks_again)).toEqual([[], ['commercialMail']])
    expect(sent).toHaveLength(1)
  })

  test('is made by other words alone, not by how the page is written', async () => {
    const { p } = site
    await publishStatement(p, { nl: '<h1>Privacy</h1><p>Wat  we\nweten</p>' })
    expect(await pendingVersion(p, { nl: '\n<h1 class="big">Privacy</h1> <p>Wat we weten</p>\n\n' })).toBeUndefined()
    const reworded = { number: 2, weight: 'editorial', changes: [{ section: 'about', weight: 'editorial' }] }
    expect(await pendingVersion(p, { nl: '<h1>Privacy</h1><p>Wat wij weten</p>' })).toMatchObject(reworded)
    expect(await pendingVersion(p, { nl: '<h1>Privacy</h1><p>Watwe weten</p>' })).toMatchObject(reworded)
    // Another language of the site.
    const both = { nl: '<h1>Privacy</h1><p>Wat we weten</p>', fr: '<h1>Vie privée</h1>' }
    expect(await publishStatement(p, both)).toMatchObject(reworded)
  })

  test('can be read as it was, in each language that it was in', async () => {
    const { p } = site
    await publishStatement(p, { nl: '<h1>Toen</h1>', fr: '' })
    await publishStatement(p, pages)
    const [second, first] = await versionsOf(p.db)
    expect(await pageOfVersion(p.db, 1, 'nl')).toEqual({ version: first, html: '<h1>Toen</h1>' })
    expect(await pageOfVersion(p.db, 1, 'fr')).toEqual({ version: first, html: '' })
    expect(await pageOfVersion(p.db, 2, 'nl')).toEqual({ version: second, html: '<h1>Privacy</h1>' })
    expect([await pageOfVersion(p.db, 1, 'en'), await pageOfVersion(p.db, 3, 'nl')]).toEqual([undefined, undefined])
  })

  test('is said at the head of the statement for thirty days', () => {
    const at = new Date('2026-11-01T10:00:00Z')
    const version = { number: 1, code: '', publishedAt: at, weight: 'editorial' as const, changes: [] }
    const recent = (milliseconds: number) => isRecent(version, new Date(at.getTime() + milliseconds))
    expect([recent(0), recent(days(30) - 1), recent(days(30))]).toEqual([true, true, false])
  })
})

describe('Q17: who is told of a version', () => {
  const person = async (given: { demo?: boolean; ended_at?: Date } = {}) => {
    const { id } = await site.p.vault.newPerson(site.p.db, keyClasses)
    if (Object.keys(given).length > 0) await site.p.db.updateTable('people').set(given).where('id', '=', id).execute()
    return id
  }
  const told = async () =>
    (await site.p.db.selectFrom('outbox').select(['person_id', 'params']).where('template', '=', changedMail).execute())
      .map(({ person_id, params }) => `${params.version} ${person_id}`)
      .toSorted()
  const announces = async (version: string, many?: number) => {
    const [job] = versionJobs(site.p, many)
    await job?.work({ version }, new AbortController().signal)
    expect(job?.name).toBe('privacy.announce')
  }

  test('is everybody who is still there and not of the demo, once for each version, some at a time', async () => {
    const there = [await person(), await person(), await person(), await person()].toSorted()
    await person({ demo: true })
    await person({ ended_at: site.clock.now() })
    // Told already, before the program stopped; and of another version.
    await site.p.mail.queue(site.p.db, there[1] ?? '', changedMail, { version: '2' })
    await site.p.mail.queue(site.p.db, there[2] ?? '', changedMail, { version: '1' })
    await announces('2', 1)
    const all = [`1 ${there[2]}`, ...there.map((id) => `2 ${id}`)]
    expect(await told()).toEqual(all)
    await announces('2', 2)
    await announces('2')
    expect(await told()).toEqual(all)
  })

  test('nobody is held here but those of the demo and who ended: a change is behind nobody’s back', async () => {
    const { db } = site.p
    expect(await hasPeople(db)).toBe(false)
    await person({ demo: true })
    await person({ ended_at: site.clock.now() })
    expect(await hasPeople(db)).toBe(false)
    await person()
    expect(await hasPeople(db)).toBe(true)
  })
})
