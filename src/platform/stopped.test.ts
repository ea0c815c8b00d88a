import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { object, restrict } from '../privacy'
import {
  allowedTo,
  gated,
  type HoldingName,
  holding,
  isHolding,
  keyClasses,
  onObjection,
  type PurposeName,
  purposeNames,
  type RecipientName,
  recipientNames,
  recipients,
  rightsOn,
  type TableName,
  tableNamed,
  tableNames,
} from '../register'
import { purposes } from '../register/purposes'
import { disclose } from './egress'
import { type Held, Stopped } from './vault'

let site: TestSite
beforeAll(async () => {
  // On a site that asks consent: elsewhere nothing rests on it.
  site = await testSite({ env: { SITE: 'src/app/testing/asks' } })
})
afterAll(() => site.close())

/** A sealed place of each holding. */
const places = new Map<HoldingName, { table: TableName; column: string }>()
for (const table of tableNames)
  for (const [column, { kind, about }] of Object.entries(tableNamed(table).columns))
    if (kind === 'sealed' && isHolding(about)) places.set(about, { table, column })

/** Somebody with a value of each sealed holding, bound as anybody who asks now would have it. */
async function someone() {
  const { p } = site
  const { id: person } = await p.vault.newPerson(p.db, keyClasses)
  return {
    person,
    async held(): Promise<Map<HoldingName, Held<HoldingName>>> {
      const keys = await p.vault.keys(p.db, [person])
      const all = new Map<HoldingName, Held<HoldingName>>()
      for (const [name, { table, column }] of places) {
        const { key, subject = '' } = tableNamed(table)
        const row = { [key]: randomUUID(), [subject]: person }
        const sealed: Record<string, unknown> = Reflect.apply(keys.seal, keys, [table, row, { [column]: 'iets' }])
        const held = keys.bindRow(table, { ...row, ...sealed })[column]
        if (held) all.set(name, held)
      }
      return all
    },
  }
}

/** What somebody answered, as the feature that asks writes it down. */
let seq = 0
const says = (person: string, purpose: PurposeName, given: boolean, version = 0) =>
  site.p.db
    .insertInto('consents')
    .values({
      id: randomUUID(),
      person_id: person,
      browser: null,
      purpose,
      given,
      how: 'choices',
      text_hash: '',
      version,
      language: 'nl',
      at: site.clock.now(),
      seq: ++seq,
    })
    .execute()
const unlessGated = (purpose: PurposeName) => (gated.includes(purpose) ? 'consent' : 'iets')

/** What opening answers: the value, or the name of what refuses. */
const tried = (held: Held<HoldingName>, purpose: PurposeName): string => {
  try {
    return Reflect.apply(held.open, held, [purpose])
  } catch (error) {
    return error instanceof Stopped ? error.because : error instanceof Error ? error.constructor.name : 'thrown'
  }
}
const isHeldFor = (name: HoldingName, purpose: PurposeName) =>
  purpose === 'rights' ||
  (holding[name].for as readonly string[]).includes(purpose) ||
  (purpose === 'orders' && (recipients.authority.may.orders as readonly string[]).includes(name))
const opensWhileRestricted = ['signIn', 'requests', 'orders', 'rights']

describe('G7, G8: opening a value, every sealed holding for every purpose', () => {
  const matrix = async (expected: (purpose: PurposeName) => string, of: Awaited<ReturnType<typeof someone>>) => {
    const all = await of.held()
    expect(all.size).toBeGreaterThan(25)
    for (const [name, held] of all)
      for (const purpose of purposeNames) {
        const answer = isHeldFor(name, purpose) ? expected(purpose) : 'NotForThis'
        expect([name, purpose, tried(held, purpose)]).toEqual([name, purpose, answer])
        if (answer !== 'NotForThis') expect(Reflect.apply(held.may, held, [purpose])).toBe(answer === 'iets')
      }
  }

  test('K16 K26: of who was asked nothing, all open but what rests on consent', async () => matrix(unlessGated, await someone()))

  test('K16 K26: of who said yes, also that; of who took it back, or never said it to what it is now, not', async () => {
    const an = await someone()
    await says(an.person, 'commercialMail', true)
    await matrix((purpose) => (purpose === 'commercialMail' ? 'iets' : unlessGated(purpose)), an)
    await says(an.person, 'commercialMail', false)
    await matrix(unlessGated, an)
    await says(an.person, 'commercialMail', true)
    const grown = {
      number: 7,
      code: 'x',
      published_at: site.clock.now(),
      weight: 'askAgain' as const,
      changes: '[]',
      frozen: '{}',
      pages: '{}',
    }
    await site.p.db
      .insertInto('statement_versions')
      .values({ ...grown, asks_again: ['commercialMail'] })
      .execute()
    await matrix(unlessGated, an)
    await says(an.person, 'commercialMail', true, 7)
    await matrix((purpose) => (purpose === 'commercialMail' ? 'iets' : unlessGated(purpose)), an)
    await site.p.db.deleteFrom('statement_versions').execute()
  })

  test('G7: of who is restricted only what serves their rights and lets them in', async () => {
    const an = await someone()
    await restrict(site.p, an.person, { ground: 'accuracy' })
    await matrix((purpose) => (opensWhileRestricted.includes(purpose) ? 'iets' : 'restriction'), an)
  })

  test.each(purposeNames.filter((purpose) => onObjection(purpose)))('G8: of who objected to %s, not for that', async (one) => {
    const an = await someone()
    await object(site.p, an.person, one)
    const stops = onObjection(one) !== 'weighed'
    await matrix((purpose) => (purpose === one && stops ? 'objection' : unlessGated(purpose)), an)
  })
})

describe('G7, G8: disclosing, every holding to every recipient', () => {
  // What an authority ordered is taken from the rows themselves by privacy/, and never through this door (requests/demands.test.ts, G11).
  const others = recipientNames.filter((to) => recipients[to].kind !== 'authority')
  const pairs = others.flatMap((to) => allowedTo(to).map(({ purpose, holdings }) => ({ to, purpose, holdings })))
  const company = { name: 'Adressen', place: 'BE' } as const
  const p = () => ({
    clock: site.clock,
    site: { ...site.p.site, recipients: Object.fromEntries(recipientNames.map((name) => [name, company])) },
  })
  const sent = async (person: string, to: RecipientName, purpose: PurposeName, what: object) =>
    Reflect.apply(disclose, undefined, [p(), site.p.db, person, to, purpose, what]).then(
      () => 'sent',
      (error: unknown) => (error instanceof Stopped ? error.because : String(error)),
    )
  const lines = async (person: string) =>
    (await site.p.db.selectFrom('disclosures').select('id').where('person_id', '=', person).execute()).length

  test('G7: nothing of who is restricted leaves but a mail about their rights or to sign in, also what was bound before', async () => {
    const an = await someone()
    const before = await an.held()
    for (const { to, purpose, holdings } of pairs)
      for (const name of holdings) {
        const held = before.get(name)
        if (held)
          expect([to, purpose, await sent(an.person, to, purpose, { [name]: held })]).toEqual([
            to,
            purpose,
            gated.includes(purpose) ? 'consent' : 'sent',
          ])
      }
    const told = await lines(an.person)
    expect(told).toBeGreaterThan(10)
    await restrict(site.p, an.person, { ground: 'claims' })
    const after = await an.held()
    for (const all of [before, after])
      for (const { to, purpose, holdings } of pairs.filter(({ purpose }) => !opensWhileRestricted.includes(purpose)))
        for (const name of holdings) {
          const held = all.get(name)
          if (held)
            expect([to, purpose, await sent(an.person, to, purpose, { [name]: held })]).toEqual([
              to,
              purpose,
              // Bound before: what was missing then is missing still.
              all === before && gated.includes(purpose) ? 'consent' : 'restriction',
            ])
        }
    expect(await lines(an.person)).toBe(told)
    const email = after.get('email.account')
    expect(await sent(an.person, 'mail', 'rights', { 'email.account': email })).toBe('sent')
    expect(recipients.mail.may.rights).toEqual([
      'email.account',
      'email.question',
      'email.request',
      'request.desk',
      'email.form',
      'email.reply',
      'email.newsletter',
      'email.farewell',
      'receipt.farewell',
    ])
  })

  test('G8: nothing of who objected leaves for that purpose, and the rest does', async () => {
    const an = await someone()
    const before = await an.held()
    await object(site.p, an.person, 'disputes')
    for (const all of [before, await an.held()]) {
      const message = { 'message.thread': all.get('message.thread') }
      expect(await sent(an.person, 'seeker', 'disputes', message)).toBe('objection')
      expect(await sent(an.person, 'seeker', 'messaging', message)).toBe('sent')
    }
  })
})

describe('K16, G4: disclosing what rests on consent', () => {
  const give = async (person: string, held: Held<HoldingName> | undefined, p: Parameters<typeof disclose>[0] = site.p) =>
    Reflect.apply(disclose, undefined, [p, site.p.db, person, 'campaigns', 'commercialMail', { 'email.account': held }]).then(
      () => 'sent',
      (error: unknown) => (error instanceof Stopped ? error.because : error instanceof Error ? error.constructor.name : 'thrown'),
    )

  test('goes with it, stops with it, also with what was bound before, and never where nobody asks', async () => {
    const an = await someone()
    expect(await give(an.person, (await an.held()).get('email.account'))).toBe('consent')
    await says(an.person, 'commercialMail', true)
    const before = (await an.held()).get('email.account')
    expect(await give(an.person, before)).toBe('sent')
    await says(an.person, 'commercialMail', false)
    expect(await give(an.person, before)).toBe('consent')
    expect(await give(an.person, (await an.held()).get('email.account'))).toBe('consent')
    // Another's yes is not one's own.
    await says((await someone()).person, 'commercialMail', true)
    expect(await give(an.person, before)).toBe('consent')
    const nobody = { ...site.p, site: { ...site.p.site, recipients: {} } }
    expect(await give(an.person, before, nobody)).toBe('DisclosureRefused')
    expect(await site.p.db.selectFrom('disclosures').select('purpose').where('person_id', '=', an.person).execute()).toHaveLength(
      1,
    )
  })
})

test('K26, K30: one can object to exactly the purposes of which the basis gives that right', () => {
  for (const purpose of purposeNames)
    expect([purpose, onObjection(purpose) !== undefined]).toEqual([
      purpose,
      rightsOn[purposes[purpose].basis].includes('objection'),
    ])
})
