import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memberOfStaff } from '../../features/desk/testing'
import { auditQueue, watchAudit } from '../../features/your-data/proofs/watch'
import { lastAudit, noteAudit } from '../../platform/audits'
import { hours } from '../../platform/clock'
import { examine } from '../../platform/doctor'
import { sweep } from '../../privacy'
import { type TestSite, testSite } from '../testing'
import { auditOnceADay } from './nightly'

describe('G1: a site audits itself each night', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  }, 60_000)
  afterAll(() => site?.close())

  const examined = async () => {
    const { config, site: of, db, clock } = site.p
    const findings = await examine({ config, site: of, db, now: clock.now(), demo: false, language: 'nl' })
    return findings.find(({ check }) => check === 'audit')
  }

  test('once after five o’clock, also when it was down at five; what it finds is on the page and with the doctor', async () => {
    const { p, clock } = site
    expect(await examined()).toMatchObject({ state: 'unknown', facts: { code: 'never' } })
    // It is ten o'clock.
    expect(await auditOnceADay(p)).toBe(true)
    const last = await lastAudit(p.db)
    expect(last?.at).toEqual(clock.now())
    expect(last?.checks.filter(({ different }) => different > 0)).toEqual([])
    expect(last?.checks.find(({ about }) => about === 'statement')?.compared).toBeGreaterThan(500)
    expect(last?.checks.find(({ about }) => about === 'caches')?.compared).toBeGreaterThan(20)
    expect(site.logged.join('\n')).toContain('"event":"audit.ran","agree":true,"different":0')
    expect((await site.visitor().get('/nl/privacy/proofs')).text).toContain('Op 21 november 2026')
    expect(await examined()).toMatchObject({ state: 'good', facts: { hours: '0' } })
    expect(await auditOnceADay(p)).toBe(false)
    clock.pass(hours(19) - 1)
    expect(await auditOnceADay(p)).toBe(false)
    clock.pass(1)
    // What is over goes each hour, and a site whose sweep stopped is not true to its statement.
    await sweep(p)
    expect(await auditOnceADay(p)).toBe(true)
    expect((await lastAudit(p.db))?.agree).toBe(true)
  })

  test('who answers for the site hears once a day of what it found, and of one that does not run; the desk and the doctor say it', async () => {
    const { p, clock } = site
    const owner = await memberOfStaff(site, 'owner', { firstName: 'Olga' })
    const officer = await memberOfStaff(site, 'officer', { firstName: 'Fien' })
    const moderator = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    await site.mails()
    expect(await watchAudit(p)).toBe(0)
    expect((await officer.visitor.get('/nl/desk?kind=audit')).text).toContain('Er wacht niets')

    await p.db.schema.createTable('shadow_profiles').addColumn('notes', 'text').execute()
    await p.db.deleteFrom('audits').execute()
    expect(await auditOnceADay(p)).toBe(true)
    expect(await watchAudit(p)).toBe(2)
    const letters = await site.mails()
    expect(letters.map(({ to }) => to).sort()).toEqual([officer.email, owner.email].sort())
    expect(letters[0]?.subject).toContain('klopt niet overal')
    expect(letters[0]?.text).toContain('– de database: 1 verschil')
    expect(await watchAudit(p)).toBe(0)
    expect(await examined()).toMatchObject({ state: 'bad', facts: { different: '1' } })
    expect((await officer.visitor.get('/nl/desk')).text).toContain('De controle van 22 november 2026 vond verschillen')
    expect((await moderator.visitor.get('/nl/desk')).text).not.toContain('De controle van')

    await p.db.schema.dropTable('shadow_profiles').execute()
    clock.pass(1000)
    await noteAudit(p, [{ about: 'database', compared: 1, different: 0 }])
    expect(await watchAudit(p)).toBe(0)
    clock.pass(hours(26))
    expect(await watchAudit(p)).toBe(0)
    clock.pass(1)
    expect(await examined()).toMatchObject({ state: 'bad', facts: { code: 'late', hours: '26' } })
    expect(await watchAudit(p)).toBe(2)
    expect((await site.mails())[0]?.subject).toContain('wordt niet meer gecontroleerd')
    expect((await auditQueue.queue(p, p.db, 'nl'))[0]?.state?.text).toBe('te lang geleden')
  })
})
