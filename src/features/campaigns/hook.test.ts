import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hookOf, startMautic } from '../../../dev/simulators/mautic'
import { type TestSite, testSite } from '../../app/testing'
import { restrict } from '../../privacy'
import { type SignedUp, signedUp } from '../accounts/testing'
import { faultsInChain } from '../consent'
import { chooses } from '../consent/testing'
import { hookPath, isSigned, numbersIn } from './hook'
import { mauticSite, webhookSecret } from './testing'

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
afterEach(() => mautic.be('well'))

const changed = 'mautic.lead_channel_subscription_changed'
const deleted = 'mautic.lead_post_delete'
/** As it comes from elsewhere: no browser of ours. */
const post = (body: string | Uint8Array<ArrayBuffer>, signature?: string, at = site) =>
  at.visitor('198.51.100.7').send(hookPath, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'cross-site',
      ...(signature === undefined ? {} : { 'webhook-signature': signature }),
    },
  })
const tell = async (events: object, secret = webhookSecret) => {
  const { body, signature } = hookOf(events, secret)
  return post(body, signature)
}
const queued = async () => {
  const { rows } = await sql<{ data: object }>`
    select data from pgboss.job where name = 'campaigns.heard' and state = 'created'`.execute(site.p.db)
  return rows.map(({ data }) => data)
}
const there = (email: string) => [...mautic.contacts.values()].find((one) => one.email === email)
const answers = (person: string) =>
  site.p.db.selectFrom('consents').select(['purpose', 'given', 'how']).where('person_id', '=', person).orderBy('seq').execute()
const said = async (person: string) => (await answers(person)).filter(({ purpose }) => purpose === 'commercialMail')

async function member(firstName: string): Promise<SignedUp & { number: number }> {
  const who = await signedUp(site, { firstName })
  await chooses(who.visitor, ['commercialMail'])
  await site.p.jobs.drain()
  return { ...who, number: there(who.email)?.id ?? 0 }
}
const stopped = (number: number, status = 'unsubscribed') => ({
  [changed]: [{ contact: { id: number }, channel: 'email', old_status: 'contactable', new_status: status }],
})

test('a signature is of the very bytes: the vector of the documents', () => {
  const body = Buffer.from('{"mautic.lead_post_save_new":[]}')
  const good = '0htZcJTlPAgJDagWwD1H25Bu6VSB8Dvks23zjO8Dz2Q='
  expect(isSigned('sec', body, good)).toBe(true)
  for (const [secret, bytes, signature] of [
    ['sek', body, good],
    ['sec', Buffer.from('{"mautic.lead_post_save_new": []}'), good],
    ['sec', body, good.replace('0h', '1h')],
    ['sec', body, good.slice(0, 20)],
    ['sec', body, ''],
  ] as const)
    expect(isSigned(secret, bytes, signature)).toBe(false)
})

test('of a batch those are read who were taken off mails or are gone, once each, and nothing of what is none', () => {
  expect(
    numbersIn(
      JSON.stringify({
        ...stopped(7),
        [deleted]: [{ id: 8, contact: { fields: {} } }, { id: '7' }, { id: 'x' }, null, 9],
        'mautic.email_on_open': [{ id: 10, contact: { id: 11 } }],
      }),
    ),
  ).toEqual(['7', '8'])
  for (const none of ['', 'null', '[]', '"x"', '7', '{', '{"mautic.lead_post_delete":{"id":7}}', '{"__proto__":[{"id":7}]}'])
    expect([none, numbersIn(none)]).toEqual([none, []])
})

describe('K16 Q2 K26: who takes themselves off mails there', () => {
  test.each([
    [1, 'unsubscribed'],
    [2, 'bounced'],
    [3, 'manual'],
  ])('took back their yes (%i, %s): it is in the record like any other, and they are erased there', async (reason, status) => {
    const an = await member('An')
    mautic.stop(an.number, reason)
    const answer = await tell(stopped(an.number, status))
    expect([answer.status, answer.html]).toEqual([204, ''])
    await site.p.jobs.drain()
    expect((await said(an.personId)).at(-1)).toEqual({ purpose: 'commercialMail', given: false, how: 'company' })
    expect(there(an.email)).toBeUndefined()
    expect(await faultsInChain(site.p)).toEqual([])
    expect((await site.p.ledger.read()).lines.at(-1)).toMatchObject({ kind: 'consent.takenBack', person: an.personId })
    expect((await an.visitor.get('/nl/choices')).text).toContain('Je zei nee op')
  })

  test('once: sent again, late or in another order it changes nothing', async () => {
    const an = await member('An')
    mautic.stop(an.number)
    for (let times = 0; times < 3; times++) await tell(stopped(an.number))
    await site.p.jobs.drain()
    expect(await said(an.personId)).toHaveLength(2)
    await chooses(an.visitor, ['commercialMail'])
    await site.p.jobs.drain()
    // What was signed then is signed still: it leads to nobody now.
    await tell(stopped(an.number))
    await tell({ [changed]: [{ contact: { id: there(an.email)?.id }, old_status: 'contactable', new_status: 'unsubscribed' }] })
    await site.p.jobs.drain()
    expect((await said(an.personId)).at(-1)?.given).toBe(true)
    expect(there(an.email)).toBeDefined()
  })

  test('G7: what we asked for ourselves, while somebody’s data are only stored, is not their word', async () => {
    const an = await member('An')
    await restrict(site.p, an.personId, { ground: 'claims' })
    await site.p.jobs.drain()
    expect(there(an.email)?.doNotContact).toHaveLength(1)
    await tell(stopped(an.number, 'manual'))
    await site.p.jobs.drain()
    expect(await said(an.personId)).toHaveLength(1)
  })

  test('is heard also when Mautic cannot be asked at once', async () => {
    const an = await member('An')
    mautic.stop(an.number)
    mautic.be('busy')
    expect((await tell(stopped(an.number))).status).toBe(204)
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    expect(await said(an.personId)).toHaveLength(1)
  })
})

test('who was taken away there is forgotten under that number, and made anew at night as long as they say yes', async () => {
  const an = await member('An')
  mautic.contacts.delete(an.number)
  await tell({ [deleted]: [{ id: an.number, contact: {} }] })
  await site.p.jobs.drain()
  const rows = () => site.p.db.selectFrom('campaign_contacts').select('id').where('person_id', '=', an.personId).execute()
  expect(await rows()).toEqual([])
  await site.p.jobs.send(site.p.db, 'campaigns.mend', {})
  await site.p.jobs.drain()
  expect(there(an.email)?.id).not.toBe(an.number)
  // A lie about somebody who is there makes nobody forget them.
  await tell({ [deleted]: [{ id: there(an.email)?.id }] })
  await site.p.jobs.drain()
  expect(await rows()).toHaveLength(1)
})

describe('what is not from Mautic', () => {
  test('is not there, for whoever cannot sign; nothing follows from it, and nothing is said', async () => {
    const an = await member('An')
    mautic.stop(an.number)
    const { body, signature } = hookOf(stopped(an.number), webhookSecret)
    const nowhere = await site.visitor('198.51.100.7').send('/hooks/nothing', { method: 'POST', body: '{}' })
    for (const [what, sign] of [
      [body, undefined],
      [body, ''],
      [body, 'x'],
      [body, hookOf(stopped(an.number), 'another-secret').signature],
      [`${body} `, signature],
      ['{}', signature],
    ] as const) {
      const answer = await post(what, sign)
      expect([what, answer.status, answer.text.length]).toEqual([what, 404, nowhere.text.length])
    }
    expect((await site.visitor().get(hookPath)).status).toBe(404)
    expect(await queued()).toEqual([])
    expect(site.logged.join('\n')).not.toContain('mautic.lead')
  })

  test('what it signs and is of no use is taken, and does nothing', async () => {
    for (const events of [{}, [], { 'mautic.email_on_open': [{ contact: { id: 1 } }] }, { [changed]: 'x' }, stopped(99_999_999)])
      expect((await tell(events)).status).toBe(204)
    const broken = Buffer.from('{"mautic.lead_post_delete":[{"id":')
    const { createHmac } = await import('node:crypto')
    const signature = createHmac('sha256', webhookSecret).update(broken).digest('base64')
    expect((await post(broken, signature)).status).toBe(204)
    expect(await queued()).toEqual([])
  })

  test('10 MB are refused, signed or not', async () => {
    const { body, signature } = hookOf({ [changed]: ['x'.repeat(10_000_000)] }, webhookSecret)
    expect((await post(body, signature)).status).toBe(413)
  })

  test('ids alone stand in the queue', async () => {
    const an = await member('An')
    await tell({ [changed]: [{ contact: { id: an.number, fields: { all: { email: an.email } } }, new_status: 'unsubscribed' }] })
    expect((await queued()).map((data) => Object.keys(data))).toEqual([['contact']])
    expect(JSON.stringify(await queued())).not.toMatch(new RegExp(`${an.email}|"${an.number}"`))
    await site.p.jobs.drain()
  })
})

test('a site that was given no secret hears nobody', async () => {
  const deaf = await mauticSite(mautic, { MAUTIC_WEBHOOK_SECRET: '' })
  try {
    const { body, signature } = hookOf({}, '')
    expect((await post(body, signature, deaf)).status).toBe(404)
  } finally {
    await deaf.close()
  }
  const kot = await testSite()
  try {
    expect((await post('{}', 'x', kot)).status).toBe(403)
  } finally {
    await kot.close()
  }
}, 60_000)
