import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresOf } from '../../app/figures'
import { type TestSite, testSite } from '../../app/testing'
import { days, hours } from '../../platform/clock'
import { examine } from '../../platform/doctor'
import { sweep } from '../../privacy'
import { memberOfStaff } from './testing'
import { watchSweep } from './watch'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** What the doctor says of the sweep, at the desk and on the command line. */
async function examined() {
  const { config, site: of, db, clock } = site.p
  const findings = await examine({ config, site: of, db, now: clock.now(), demo: false, language: 'nl' })
  return findings.find(({ check }) => check === 'sweep')
}

test('K31: when the sweep stops, owner and officer hear of it within a day, once a day, and the figures and the desk say it', async () => {
  const { p, clock } = site
  const owner = await memberOfStaff(site, 'owner', { firstName: 'Olga' })
  const officer = await memberOfStaff(site, 'officer', { firstName: 'Fien' })
  await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
  await sweep(p)
  await site.mails()
  clock.pass(days(1))
  expect(await watchSweep(p)).toBe(0)
  expect(await examined()).toMatchObject({ state: 'good', facts: { hours: '24' } })
  expect(await figuresOf(p)).toContain('huisrecht_sweep_age_seconds 86400\n')
  clock.pass(1000)
  expect(await watchSweep(p)).toBe(2)
  const letters = await site.mails()
  expect(letters.map(({ to }) => to).sort()).toEqual([officer.email, owner.email].sort())
  expect(letters[0]?.text).toContain('niet meer gewist')
  expect(site.logged.join('\n')).toContain('"event":"sweep.late","hours":24')
  expect(await examined()).toMatchObject({ state: 'bad', facts: { hours: '24' } })
  clock.pass(hours(1))
  expect(await watchSweep(p)).toBe(0)
  clock.pass(hours(23))
  expect(await watchSweep(p)).toBe(2)
  await sweep(p)
  expect(await watchSweep(p)).toBe(0)
})

test('K31: one table that cannot be swept is heard of too', async () => {
  const { p, clock } = site
  await p.db
    .updateTable('sweeps')
    .set({ ran_at: new Date(clock.now().getTime() - days(2)) })
    .where('name', '=', 'links')
    .execute()
  expect(await figuresOf(p)).toContain('huisrecht_sweep_age_seconds 172800\n')
})
