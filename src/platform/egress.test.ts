import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import type { PurposesFor } from '../register'
import { DisclosureRefused, disclose, disclosing } from './egress'

describe('G4: what leaves goes through one door', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())

  const someone = async (address: string) => {
    const { db, vault } = site.p
    const { id: person_id, keys } = await vault.newPerson(db, ['service', 'messages'])
    const id = randomUUID()
    const row = {
      id,
      person_id,
      ...keys.seal('email_changes', { id, person_id }, { email: address }),
      email_key: vault.index('email_changes.email_key', address),
      created_at: site.clock.now(),
    }
    await db.insertInto('email_changes').values(row).execute()
    return { person: person_id, ...keys.bind('email_changes', row) }
  }
  const ledger = (person: string) =>
    site.p.db.selectFrom('disclosures').select(['recipient', 'purpose', 'holdings']).where('person_id', '=', person).execute()

  test('what the register allows is opened, and written down for the person to see', async () => {
    const an = await someone('an@example.org')
    expect(await disclose(site.p, site.p.db, an.person, 'mail', 'serviceMail', { 'email.change': an.email })).toEqual({
      'email.change': 'an@example.org',
    })
    expect(await ledger(an.person)).toEqual([{ recipient: 'mail', purpose: 'serviceMail', holdings: ['email.change'] }])
  })

  test('another recipient, purpose or holding is refused at run time too, and nothing is opened or written', async () => {
    const an = await someone('an@example.org')
    const change = { 'email.change': an.email }
    // @ts-expect-error the advertiser may not have it
    const toAdvertiser = disclose(site.p, site.p.db, an.person, 'advertiser', 'messaging', change)
    await expect(toAdvertiser).rejects.toThrow(DisclosureRefused)
    const purpose = 'fraud' as string as PurposesFor<'mail'>
    await expect(disclose(site.p, site.p.db, an.person, 'mail', purpose, { 'email.change': an.email })).rejects.toThrow(
      expect.objectContaining({ code: 'disclosure_refused', message: 'mail may have nothing for fraud' }),
    )
    // Not even that something went, when nothing would.
    await expect(disclose(site.p, site.p.db, an.person, 'mail', purpose, {})).rejects.toThrow(DisclosureRefused)
    const signIn = 'signIn' as string as 'serviceMail'
    await expect(disclose(site.p, site.p.db, an.person, 'mail', signIn, { 'email.change': an.email })).rejects.toThrow(
      new DisclosureRefused('mail may not have email.change for signIn'),
    )
    expect(await ledger(an.person)).toEqual([])
  })

  test('what did not go after all is taken out of the ledger again, and nothing else is', async () => {
    const [an, bart] = [await someone('an@example.org'), await someone('bart@example.org')]
    const give = (db: typeof site.p.db, one: typeof an) =>
      disclose(site.p, db, one.person, 'mail', 'serviceMail', { 'email.change': one.email })
    await give(site.p.db, an)
    const { told, takeBack } = await disclosing(site.p.db, async (trx) => [await give(trx, an), await give(trx, bart)])
    expect(told).toEqual([{ 'email.change': 'an@example.org' }, { 'email.change': 'bart@example.org' }])
    expect([await ledger(an.person), await ledger(bart.person)].map(({ length }) => length)).toEqual([2, 1])
    await takeBack()
    expect([await ledger(an.person), await ledger(bart.person)].map(({ length }) => length)).toEqual([1, 0])
    const { takeBack: ofNothing } = await disclosing(site.p.db, async () => 'nobody')
    await ofNothing()
    expect(await ledger(an.person)).toHaveLength(1)
  })

  test('a company that the site does not name receives nothing; a person does', async () => {
    const an = await someone('an@example.org')
    const { mail: _, ...others } = site.p.site.recipients
    const without = { clock: site.clock, site: { ...site.p.site, recipients: others } }
    const change = { 'email.change': an.email }
    await expect(disclose(without, site.p.db, an.person, 'mail', 'serviceMail', change)).rejects.toThrow(
      new DisclosureRefused('the site names nobody as mail'),
    )
    expect(await ledger(an.person)).toEqual([])
    await disclose(without, site.p.db, an.person, 'seeker', 'messaging', {})
    expect(await ledger(an.person)).toHaveLength(1)
  })

  test('where nobody asks consent to a purpose, nobody may have anything for it', async () => {
    const an = await someone('an@example.org')
    await expect(disclose(site.p, site.p.db, an.person, 'campaigns', 'commercialMail', {})).rejects.toThrow(
      new DisclosureRefused("the site asks nobody's consent to commercialMail"),
    )
    expect(await ledger(an.person)).toEqual([])
  })

  test('of who has ended nothing leaves any more', async () => {
    const an = await someone('an@example.org')
    await site.p.db.updateTable('people').set({ ended_at: site.clock.now() }).where('id', '=', an.person).execute()
    const told = disclose(site.p, site.p.db, an.person, 'mail', 'serviceMail', { 'email.change': an.email })
    await expect(told).rejects.toMatchObject({ status: 404 })
    expect(await ledger(an.person)).toEqual([])
  })

  test("another person's value does not leave in this person's name", async () => {
    const [an, bart] = [await someone('an@example.org'), await someone('bart@example.org')]
    await expect(disclose(site.p, site.p.db, an.person, 'mail', 'serviceMail', { 'email.change': bart.email })).rejects.toThrow(
      DisclosureRefused,
    )
  })
})
