import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startMautic } from '../../../dev/simulators/mautic'
import type { TestSite } from '../../app/testing'
import { minutes } from '../../platform/clock'
import { connect } from '../../platform/db'
import { lift, restrict, waitingTellings } from '../../privacy'
import { everything } from '../../privacy/testing'
import { tellJob } from '../../privacy/told'
import { type SignedUp, signedUp } from '../accounts/testing'
import { chooses } from '../consent/testing'
import { agree } from './sync'
import { mauticSite } from './testing'

let mautic: Awaited<ReturnType<typeof startMautic>>
let site: TestSite
beforeAll(async () => {
  mautic = await startMautic()
  site = await mauticSite(mautic)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await mautic?.close()
})
afterEach(async () => {
  mautic.be('well')
  await site.p.jobs.drain()
})

const there = (email: string) => [...mautic.contacts.values()].filter((one) => one.email === email)
const yes = ({ visitor }: SignedUp) => chooses(visitor, ['commercialMail'])
const no = ({ visitor }: SignedUp) => chooses(visitor, [])
const ends = (who: SignedUp) => who.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: who.password })
const contacts = (person: string) =>
  site.p.db.selectFrom('campaign_contacts').select(['id', 'number']).where('person_id', '=', person).execute()
const disclosures = (person: string) =>
  site.p.db
    .selectFrom('disclosures')
    .select(['purpose', 'holdings'])
    .where('person_id', '=', person)
    .where('recipient', '=', 'campaigns')
    .execute()
/** Tells Mautic what it is still to be told. */
async function tell() {
  for (const { id } of await waitingTellings(site.p.db)) await tellJob(site.p).work({ telling: id }, new AbortController().signal)
}
/** The work of the night. */
async function night() {
  await site.p.jobs.send(site.p.db, 'campaigns.mend', {})
  return site.p.jobs.drain()
}
async function member(firstName: string): Promise<SignedUp> {
  const who = await signedUp(site, { firstName })
  await yes(who)
  await site.p.jobs.drain()
  return who
}

describe('K16 Q2 G4: who said yes to news and offers', () => {
  test('is known there by address and first name, and by nothing else; who did not is not', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    await no(bart)
    const an = await signedUp(site, { firstName: 'An' })
    await yes(an)
    expect(there(an.email)).toEqual([])
    await site.p.jobs.drain()
    expect(there(an.email)).toMatchObject([{ email: an.email, firstname: 'An' }])
    expect(Object.keys(there(an.email)[0] ?? {})).toEqual(['id', 'email', 'firstname', 'doNotContact'])
    expect(there(bart.email)).toEqual([])
    expect(await disclosures(an.personId)).toEqual([
      { purpose: 'commercialMail', holdings: ['email.account', 'firstName.account'] },
    ])
    expect(await disclosures(bart.personId)).toEqual([])
    // Nothing of a person stands in the queue or the log.
    const { rows } = await sql<{ data: object }>`select data from pgboss.job where name like 'campaigns.%'`.execute(site.p.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(`${JSON.stringify(rows)}${site.logged.join()}`).not.toContain(an.email)
  })

  test('reads what went there, and has the number in their copy', async () => {
    const an = await member('An')
    const data = await an.visitor.get('/nl/account/data')
    expect(data.text).toContain('Rondbrief')
    const [{ id } = { id: 0 }] = there(an.email)
    expect(data.text).toContain(String(id))
    expect(data.text).toContain('Je nummer bij de mailings')
  })

  test('saying yes twice makes nobody twice', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await yes(an)
    mautic.asked.length = 0
    // Who comes while another speaks with it comes again later.
    const all = await Promise.allSettled([agree(site.p, an.personId), agree(site.p, an.personId), site.p.jobs.drain()])
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'mautic_engaged' })
    await agree(site.p, an.personId)
    await yes(an)
    await site.p.jobs.drain()
    expect(mautic.asked.filter((one) => one === 'POST /api/contacts/new')).toHaveLength(1)
    expect(there(an.email)).toHaveLength(1)
    expect(await contacts(an.personId)).toHaveLength(1)
  })

  test('is known under another first name and address as soon as we know them so', async () => {
    const an = await member('An')
    const [before] = there(an.email)
    await an.visitor.post('/nl/account/settings/first-name', { firstName: 'Anne' })
    await tell()
    expect(there(an.email)).toMatchObject([{ id: before?.id, firstname: 'Anne' }])
    await site.mails()
    const email = `nieuw.${an.email}`
    await an.visitor.post('/nl/account/settings/email', { email, currentPassword: an.password })
    const link = (await site.mails()).find(({ to }) => to === email)?.text.match(/http\S+/)?.[0] ?? ''
    await an.visitor.post(new URL(link).pathname)
    await tell()
    expect(there(email)).toMatchObject([{ id: before?.id }])
    expect(there(an.email)).toEqual([])
  })

  test('who was taken away there is made anew, under another number', async () => {
    const an = await member('An')
    const [before] = there(an.email)
    mautic.contacts.delete(before?.id ?? 0)
    await agree(site.p, an.personId)
    const [after] = there(an.email)
    expect(after?.id).toBeGreaterThan(before?.id ?? 0)
    await no(an)
    await site.p.jobs.drain()
    expect(there(an.email)).toEqual([])
  })
})

describe('K26 Q2: a yes taken back', () => {
  test('erases there, and the number here', async () => {
    const an = await member('An')
    expect(there(an.email)).toHaveLength(1)
    await no(an)
    await site.p.jobs.drain()
    expect(there(an.email)).toEqual([])
    expect(await contacts(an.personId)).toEqual([])
    await yes(an)
    await site.p.jobs.drain()
    expect(there(an.email)).toHaveLength(1)
  })

  test('also of who may have arrived there although no answer came', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    // It does what it is asked, and we do not hear of it.
    mautic.make({ email: an.email, firstname: 'An' })
    mautic.be('down')
    await yes(an)
    await site.p.jobs.drain()
    mautic.be('well')
    expect(await contacts(an.personId)).toMatchObject([{ number: null }])
    await no(an)
    // What is still on its way is waited for.
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    expect(there(an.email)).toHaveLength(1)
    site.clock.pass(minutes(3))
    await night()
    expect(there(an.email)).toEqual([])
    expect(await contacts(an.personId)).toEqual([])
  })

  test('is tried again while it cannot be reached, and what was never told is mended at night', async () => {
    const an = await member('An')
    mautic.be('busy')
    await no(an)
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    expect(there(an.email)).toHaveLength(1)
    expect(site.logged.join('\n')).toContain('mautic_down')
    mautic.be('well')
    await night()
    expect(there(an.email)).toEqual([])
  })

  test('G4: what did not arrive is not written down as if it had', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    mautic.be('busy')
    await yes(an)
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    expect(await disclosures(an.personId)).toEqual([])
    mautic.be('html')
    await expect(agree(site.p, an.personId)).rejects.toThrow('mautic_unclear')
    expect(await disclosures(an.personId)).toHaveLength(1)
  })
})

describe('while a Mautic takes its time', () => {
  /** The same site, with one connection to its database for all that it does. */
  function narrow() {
    const { db, close } = connect(site.p.connection.pool.options, 1)
    return { p: Object.create(site.p, { db: { value: db } }) as typeof site.p, close }
  }

  test('nothing of the database is held: with one connection, others are served, and it is told all the same', async () => {
    const { p, close } = narrow()
    try {
      const an = await signedUp(site, { firstName: 'An' })
      await yes(an)
      let served = 0
      const another = () =>
        p.db
          .selectFrom('accounts')
          .select('person_id')
          .execute()
          .then(() => served++)
      mautic.meanwhile(another)
      await agree(p, an.personId)
      expect([served, there(an.email).length]).toEqual([1, 1])
      await no(an)
      mautic.meanwhile(another)
      await agree(p, an.personId)
      expect([served, there(an.email).length]).toEqual([2, 0])
    } finally {
      await close()
    }
  })

  test('who comes in between waits for a turn, and what they came for holds afterwards', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await yes(an)
    mautic.meanwhile(async () => {
      await no(an)
      await expect(agree(site.p, an.personId)).rejects.toThrow('mautic_engaged')
    })
    await agree(site.p, an.personId)
    expect(there(an.email)).toHaveLength(1)
    await agree(site.p, an.personId)
    expect([there(an.email), await contacts(an.personId)]).toEqual([[], []])
    expect((await disclosures(an.personId)).filter((one) => one.purpose === 'commercialMail')).toHaveLength(1)
  })

  test('who stopped halfway keeps others from it for ten minutes and no longer', async () => {
    const an = await member('An')
    const halfway = new Date(site.clock.now().getTime() + minutes(10))
    await site.p.db.updateTable('campaign_contacts').set({ busy_until: halfway }).where('person_id', '=', an.personId).execute()
    await no(an)
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    expect(there(an.email)).toHaveLength(1)
    site.clock.pass(minutes(10))
    await night()
    expect([there(an.email), await contacts(an.personId)]).toEqual([[], []])
  })

  test('who was too long about it takes nothing from who came after', async () => {
    const an = await member('An')
    await no(an)
    mautic.meanwhile(async () => {
      site.clock.pass(minutes(11))
      await yes(an)
      await agree(site.p, an.personId)
    })
    await agree(site.p, an.personId)
    expect(await contacts(an.personId)).toHaveLength(1)
    await agree(site.p, an.personId)
    expect(there(an.email)).toHaveLength(1)
  })
})

describe('G3 K27: who ends their account', () => {
  test('is erased there, by the number that goes with the address until it is done', async () => {
    const an = await member('An')
    mautic.be('down')
    expect((await ends(an)).text).toContain('laten we weten dat het gewist is')
    await site.p.jobs.drain()
    expect(await contacts(an.personId)).toEqual([])
    expect(await everything(site.p)).not.toContain(an.email)
    mautic.be('well')
    mautic.asked.length = 0
    const [{ id } = { id: 0 }] = there(an.email)
    await tell()
    expect(mautic.asked).toEqual([`GET /api/contacts/${id}`, `DELETE /api/contacts/${id}/delete`])
    expect(there(an.email)).toEqual([])
    for (const table of ['tellings', 'campaign_tellings'] as const)
      expect([table, await site.p.db.selectFrom(table).select('id').execute()]).toEqual([table, []])
  })

  test('also when no answer came before: by the address', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    mautic.make({ email: an.email, firstname: 'An' })
    mautic.be('down')
    await yes(an)
    await site.p.jobs.drain()
    mautic.be('well')
    await ends(an)
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    await expect(tell()).rejects.toThrow('mautic_unclear')
    site.clock.pass(minutes(3))
    await tell()
    expect(there(an.email)).toEqual([])
    expect(await waitingTellings(site.p.db)).toEqual([])
  })

  test('also under another number, where it took two for one', async () => {
    const [an, bart] = [await member('An'), await member('Bart')]
    for (const { email } of [an, bart]) {
      mautic.contacts.delete(there(email)[0]?.id ?? 0)
      mautic.make({ email, firstname: 'Iemand' })
    }
    await ends(an)
    await no(bart)
    await site.p.jobs.drain()
    site.clock.pass(minutes(3))
    await tell()
    await night()
    expect([...there(an.email), ...there(bart.email)]).toEqual([])
  })

  test('also in the very moment in which they are made known there', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await yes(an)
    mautic.meanwhile(() => ends(an))
    await agree(site.p, an.personId)
    expect(there(an.email)).toEqual([])
    site.clock.pass(minutes(3))
    await tell()
  })

  test('is not made anew by what was still queued', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await yes(an)
    await ends(an)
    await site.p.jobs.drain()
    expect(there(an.email)).toEqual([])
    site.clock.pass(minutes(3))
    await tell()
  })
})

describe('G7: whose data are restricted', () => {
  test('is mailed nothing by it and kept there, until that is over', async () => {
    const an = await member('An')
    await restrict(site.p, an.personId, { ground: 'claims' })
    await tell()
    expect(there(an.email)[0]?.doNotContact).toMatchObject([{ channel: 'email', reason: 3 }])
    await agree(site.p, an.personId)
    await night()
    expect(there(an.email)).toHaveLength(1)
    await lift(site.p, an.personId)
    await tell()
    expect(there(an.email)).toMatchObject([{ doNotContact: [] }])
  })

  test('stays there unmailed when they say no meanwhile, and is erased when it is over', async () => {
    const an = await member('An')
    await restrict(site.p, an.personId, { ground: 'claims' })
    await tell()
    await no(an)
    await site.p.jobs.drain()
    expect(there(an.email)).toHaveLength(1)
    await lift(site.p, an.personId)
    await tell()
    expect(there(an.email)).toEqual([])
  })
})

test('Q2: who said yes before there was a Mautic is there after a night', async () => {
  const an = await signedUp(site, { firstName: 'An' })
  await yes(an)
  await sql`delete from pgboss.job where name = 'campaigns.sync'`.execute(site.p.db)
  await site.p.jobs.drain()
  expect(there(an.email)).toEqual([])
  await night()
  expect(there(an.email)).toHaveLength(1)
  // A night without faults asks for nothing.
  await night()
  mautic.asked.length = 0
  await night()
  expect(mautic.asked).toEqual([])
})
