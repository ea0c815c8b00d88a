import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { accountsOf } from './account'
import { signedUp } from './testing'

describe('sessions', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())

  test('an account is sealed, and opens for what it is held for', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const held = (await accountsOf(site.p, site.p.db, [an.personId])).get(an.personId)
    expect(String(held?.firstName)).toBe('[sealed accounts.first_name]')
    expect(held?.firstName.open('messaging')).toBe('An')
    expect(held?.email.open('messaging')).toBe(an.email)
    expect((await an.visitor.get('/nl')).text).toContain('Afmelden')
    expect((await site.visitor().get('/nl')).text).toContain('Aanmelden')
  })
})
