import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { doctorWords } from '../../platform/doctor'
import { languages } from '../../std/words'
import { memberOfStaff } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('the owner sees how the site is, what to do where it is not well, and nobody else does', async () => {
  const olga = await memberOfStaff(site, 'owner', { firstName: 'Olga' })
  for (const language of languages) {
    const page = await olga.visitor.get(`/${language}/desk/health`)
    const { checks, todo, states } = doctorWords(language)
    expect(page.status).toBe(200)
    for (const { name } of Object.values(checks)) expect(page.text).toContain(name)
    // A page is read without telling one kind of space from another.
    for (const said of [checks.jobs.good({}), checks.backup.todo({}), todo])
      expect(page.text).toContain(said.replace(/\s+/g, ' '))
    expect(page.html).toMatch(new RegExp(`tag-danger">${states.bad}<`))
    expect(page.text).not.toContain(olga.email)
  }
  for (const role of ['moderator', 'officer'] as const) {
    const other = await memberOfStaff(site, role, { firstName: 'Nora' })
    expect((await other.visitor.get('/nl/desk/health')).status).toBe(404)
    expect((await other.visitor.get('/nl/desk')).html).not.toContain('/desk/health')
  }
})
