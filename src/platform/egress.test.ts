import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import kot from '../../sites/kot/site'
import type { PurposesFor } from '../register'
import { DisclosureRefused, disclose, disclosing } from './egress'
import { siteSchema } from './site'
import { Stopped } from './vault'
import { type TestVault, testVault } from './vault/testing'

describe('G4: what leaves goes through one door', () => {
  let p: TestVault & { site: ReturnType<typeof siteSchema.parse> }
  beforeAll(async () => {
    p = { ...(await testVault()), site: siteSchema.parse(kot) }
  })
  afterAll(() => p.close())

  const someone = async (address: string) => {
    const { db, vault } = p
    const { id: person_id, keys } = await vault.newPerson(db, ['service', 'messages'])
    const id = randomUUID()
    const row = {
      id,
      person_id,
      ...keys.seal('email_changes', { id, person_id }, { email: address }),
      email_key: vault.index('email_changes.email_key', address),
      created_at: p.clock.now(),
    }
    await db.insertInto('email_changes').values(row).execute()
    return { person: person_id, ...keys.bind('email_changes', row) }
  }
  const ledger = (person: string) =>
    p.db.selectFrom('disclosures').select(['recipient', 'purpose', 'holdings']).where('person_id', '=', person).execute()

  test('what the register allows is opened, and written down for the person to see', async () => {
    const an = await someone('an@example.org')
    expect(await disclose(p, p.db, an.person, 'mail', 'serviceMail', { 'email.change': an.email })).toEqual({
      'email.change': 'an@example.org',
    })
    expect(await ledger(an.person)).toEqual([{ recipient: 'mail', purpose: 'serviceMail', holdings: ['email.change'] }])
  })

  test('another recipient, purpose or holding is refused at run time too, and nothing is opened or written', async () => {
    const an = await someone('an@example.org')
    const change = { 'email.change': an.email }
    // @ts-expect-error the advertiser may not have it
    const toAdvertiser = disclose(p, p.db, an.person, 'advertiser', 'messaging', change)
    await expect(toAdvertiser).rejects.toThrow(DisclosureRefused)
    const purpose = 'fraud' as string as PurposesFor<'mail'>
    await expect(disclose(p, p.db, an.person, 'mail', purpose, { 'email.change': an.email })).rejects.toThrow(
      expect.objectContaining({ code: 'disclosure_refused', message: 'mail may have nothing for fraud' }),
    )
    // Not even that something went, when nothing would.
    await expect(disclose(p, p.db, an.person, 'mail', purpose, {})).rejects.toThrow(DisclosureRefused)
    const signIn = 'signIn' as string as 'serviceMail'
    await expect(disclose(p, p.db, an.person, 'mail', signIn, { 'email.change': an.email })).rejects.toThrow(
      new DisclosureRefused('mail may not have email.change for signIn'),
    )
    expect(await ledger(an.person)).toEqual([])
  })

  test('what did not go after all is taken out of the ledger again, and nothing else is', async () => {
    const [an, bart] = [await someone('an@example.org'), await someone('bart@example.org')]
    const give = (db: typeof p.db, one: typeof an) =>
      disclose(p, db, one.person, 'mail', 'serviceMail', { 'email.change': one.email })
    await give(p.db, an)
    const { told, takeBack } = await disclosing(p.db, async (trx) => [await give(trx, an), await give(trx, bart)])
    expect(told).toEqual([{ 'email.change': 'an@example.org' }, { 'email.change': 'bart@example.org' }])
    expect([await ledger(an.person), await ledger(bart.person)].map(({ length }) => length)).toEqual([2, 1])
    await takeBack()
    expect([await ledger(an.person), await ledger(bart.person)].map(({ length }) => length)).toEqual([1, 0])
    const { takeBack: ofNothing } = await disclosing(p.db, async () => 'nobody')
    await ofNothing()
    expect(await ledger(an.person)).toHaveLength(1)
  })

  test('a company that the site does not name receives nothing; a person does', async () => {
    const an = await someone('an@example.org')
    const { mail: _, ...others } = p.site.recipients
    const without = { clock: p.clock, site: { ...p.site, recipients: others } }
    const change = { 'email.change': an.email }
    await expect(disclose(without, p.db, an.person, 'mail', 'serviceMail', change)).rejects.toThrow(
      new DisclosureRefused('the site names nobody as mail'),
    )
    expect(await ledger(an.person)).toEqual([])
    await disclose(without, p.db, an.person, 'seeker', 'messaging', {})
    expect(await ledger(an.person)).toHaveLength(1)
  })

  test('where nobody asks consent to a purpose, nobody may have anything for it', async () => {
    const an = await someone('an@example.org')
    await expect(disclose(p, p.db, an.person, 'campaigns', 'commercialMail', {})).rejects.toThrow(
      new DisclosureRefused("the site asks nobody's consent to commercialMail"),
    )
    expect(await ledger(an.person)).toEqual([])
  })

  test('of who has ended nothing leaves any more', async () => {
    const an = await someone('an@example.org')
    await p.db.updateTable('people').set({ ended_at: p.clock.now() }).where('id', '=', an.person).execute()
    const told = disclose(p, p.db, an.person, 'mail', 'serviceMail', { 'email.change': an.email })
    await expect(told).rejects.toMatchObject({ status: 404 })
    expect(await ledger(an.person)).toEqual([])
  })

  describe('what was restricted, objected to or not consented to after it was bound stays', () => {
    const asking = () => ({
      ...p,
      site: { ...p.site, recipients: { ...p.site.recipients, campaigns: { name: 'Post', place: 'BE' } } },
    })
    const tried = (person: string, to: 'mail' | 'campaigns' | 'seeker', purpose: string) =>
      Reflect.apply(disclose, undefined, [asking(), p.db, person, to, purpose, {}]).then(
        () => 'sent',
        (error: unknown) => (error instanceof Stopped ? error.because : error),
      )
    const at = () => ({ id: randomUUID(), at: p.clock.now() })

    test('G7: while somebody’s data are restricted, but for what goes on meanwhile', async () => {
      const { person } = await someone('an@example.org')
      const row = { ...at(), person_id: person, ground: 'claims' as const, by_staff: false }
      await p.db.insertInto('restrictions').values(row).execute()
      expect(await tried(person, 'seeker', 'messaging')).toBe('restriction')
      expect(await tried(person, 'mail', 'signIn')).toBe('sent')
      expect((await ledger(person)).map(({ purpose }) => purpose)).toEqual(['signIn'])
    })

    test('G8: what somebody objected to', async () => {
      const { person } = await someone('an@example.org')
      const row = { ...at(), person_id: person, purpose: 'disputes' as const, stops: true }
      await p.db.insertInto('objections').values(row).execute()
      expect([await tried(person, 'seeker', 'disputes'), await tried(person, 'seeker', 'messaging')]).toEqual([
        'objection',
        'sent',
      ])
    })

    test('K16: what somebody did not say yes to', async () => {
      const { person } = await someone('an@example.org')
      expect(await tried(person, 'campaigns', 'commercialMail')).toBe('consent')
      expect(await ledger(person)).toEqual([])
    })
  })

  test("another person's value does not leave in this person's name", async () => {
    const [an, bart] = [await someone('an@example.org'), await someone('bart@example.org')]
    await expect(disclose(p, p.db, an.person, 'mail', 'serviceMail', { 'email.change': bart.email })).rejects.toThrow(
      DisclosureRefused,
    )
  })
})
