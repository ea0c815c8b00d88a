import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSns } from '../../../../dev/simulators/sns'
import { type TestSite, testSite } from '../../../app/testing'
import { days } from '../../../platform/clock'
import { configFrom } from '../../../platform/config'
import { writeAgain } from '../subscribing'
import { asked, subscribed } from '../testing'
import { addressesToLeave } from './notice'

const topic = 'arn:aws:sns:eu-west-1:123456789012:bounces'
const zoe = 'zoe@buren.example'
let sns: Awaited<ReturnType<typeof startSns>>
let site: TestSite
beforeAll(async () => {
  sns = await startSns(topic)
  site = await testSite({ env: { SNS_TOPIC: topic, SNS_URL: sns.url } })
}, 60_000)
afterAll(async () => {
  await site?.close()
  await sns?.stop()
})
beforeEach(async () => {
  for (const table of ['signups', 'subscribers', 'no_mail', 'rate_limits'] as const) await site.p.db.deleteFrom(table).execute()
  sns.asked.length = 0
  await site.mails()
})

const bounce = (email = zoe, bounceType = 'Permanent') => ({
  eventType: 'Bounce',
  bounce: { bounceType, bouncedRecipients: [{ emailAddress: email, status: '5.1.1', diagnosticCode: `smtp; 550 ${email}` }] },
  mail: { destination: [email] },
})
const complaint = { notificationType: 'Complaint', complaint: { complainedRecipients: [{ emailAddress: `Zoë <${zoe}>` }] } }
const now = () => site.clock.now()
/** As Amazon sends it: JSON that says that it is text, from no page of ours. */
const tell = async (message: Record<string, string> | string, path = '/newsletter/sns') =>
  (
    await site.visitor('198.51.100.9').send(path, {
      method: 'POST',
      body: typeof message === 'string' ? message : JSON.stringify(message),
      headers: {
        'content-type': 'text/plain; charset=UTF-8',
        'sec-fetch-site': 'none',
        'x-amz-sns-message-type': 'Notification',
      },
    })
  ).status
const leftAlone = async () => (await site.p.db.selectFrom('no_mail').select('mark').execute()).length
const isSubscribed = async () => (await site.p.db.selectFrom('subscribers').select('id').execute()).length > 0

describe('K16: what Amazon tells of', () => {
  test.each(['1', '2'] as const)(
    'a permanent bounce, signed with version %s: the address is left alone, nothing of it is logged',
    async (version) => {
      await subscribed(site, zoe)
      expect(await tell(sns.notice(bounce(zoe.toUpperCase()), now(), { version, Subject: 'Amazon SES' }))).toBe(204)
      expect([await isSubscribed(), await leftAlone()]).toEqual([false, 1])
      expect(await asked(site, zoe)).toBe('')
      expect(site.logged.join('\n')).not.toContain('buren')
    },
  )

  test('a complaint, with a name beside the address', async () => {
    await subscribed(site, zoe)
    expect(await tell(sns.notice(complaint, now()))).toBe(204)
    expect([await isSubscribed(), await leftAlone()]).toEqual([false, 1])
  })

  test('a bounce that passes, a delivery, and what is no notice at all change nothing', async () => {
    await subscribed(site, zoe)
    for (const message of [
      bounce(zoe, 'Transient'),
      bounce(zoe, 'Undetermined'),
      { eventType: 'Delivery' },
      bounce('geen adres'),
    ])
      expect(await tell(sns.notice(message, now()))).toBe(204)
    expect(await tell(sns.notice({}, now(), { Message: 'Successfully validated SNS topic' }))).toBe(204)
    expect([await isSubscribed(), await leftAlone()]).toEqual([true, 0])
  })

  test('told again it changes nothing, also where staff lifted it meanwhile; after a day it is not believed', async () => {
    const message = sns.notice(bounce(), now())
    await tell(message)
    await writeAgain(site.p, zoe)
    expect([await tell(message), await leftAlone()]).toEqual([204, 0])
    site.clock.pass(days(1) + 1)
    expect([await tell(message), await leftAlone()]).toEqual([403, 0])
    expect(await tell(sns.notice(bounce(), new Date(now().getTime() + days(2))))).toBe(403)
  })

  test('what could not be done is done when it is told again', async () => {
    const message = sns.notice(bounce(), now())
    const broken = vi.spyOn(site.p.ledger, 'note').mockImplementationOnce(() => {
      throw new Error('disk full')
    })
    expect([await tell(message), await leftAlone()]).toEqual([500, 0])
    broken.mockRestore()
    expect([await tell(message), await leftAlone()]).toEqual([204, 1])
  })
})

describe('who is not Amazon', () => {
  test('is refused: a changed text, another signature, another topic, no JSON, half of it', async () => {
    const ours = sns.notice(bounce(), now())
    const wrong: (Record<string, string> | string)[] = [
      { ...ours, Message: JSON.stringify(bounce('rik@buren.example')) },
      { ...ours, MessageId: 'other' },
      { ...ours, Subject: 'added' },
      { ...ours, SignatureVersion: '1' },
      { ...ours, SignatureVersion: '3' },
      { ...ours, Signature: 'AAAA' },
      { ...ours, Signature: '' },
      sns.notice(bounce(), now(), { TopicArn: `${topic}s` }),
      sns.notice(bounce(), now(), { Type: 'Other' }),
      '',
      '[]',
      '{"Type":"Notification"}',
      JSON.stringify(ours).slice(0, -9),
    ]
    for (const message of wrong) expect(await tell(message)).toBe(403)
    expect(await tell('x'.repeat(400_000))).toBe(413)
    expect(await leftAlone()).toBe(0)
  })

  test('has us fetch no certificate from elsewhere, nor another file', async () => {
    const ours = sns.notice(bounce(), now())
    const { host } = new URL(sns.url)
    const urls = [
      'https://evil.example/SimpleNotificationService-0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a.pem',
      `https://${host}.evil.example${sns.certificatePath}`,
      `http://evil@${host}${sns.certificatePath}`,
      `${sns.url}/x/..${sns.certificatePath}`,
      `${sns.url}${sns.certificatePath}?x`,
      `${sns.url}/other.pem`,
      'file:///etc/passwd',
      '',
    ]
    for (const SigningCertURL of urls) expect(await tell({ ...ours, SigningCertURL })).toBe(403)
    expect(sns.asked).toEqual([])
  })

  test('has us confirm no subscription of another topic, and none elsewhere', async () => {
    expect(await tell(sns.confirmation(now(), { TopicArn: `${topic}-mine` }))).toBe(403)
    expect(await tell(sns.confirmation(now(), { SubscribeURL: 'https://evil.example/?Action=ConfirmSubscription' }))).toBe(403)
    expect(sns.asked.filter((url) => url.includes('Confirm'))).toEqual([])
    expect(await tell(sns.confirmation(now()))).toBe(204)
    expect(sns.asked.filter((url) => url.includes('Confirm'))).toHaveLength(1)
    expect(await tell(sns.confirmation(now(), { Type: 'UnsubscribeConfirmation' }))).toBe(204)
    expect(sns.asked.filter((url) => url.includes('Confirm'))).toHaveLength(1)
  })

  test('has us ask for few certificates that are not there', async () => {
    const ours = sns.notice(bounce(), now())
    const at = (n: number) => `${sns.url}/SimpleNotificationService-${String(n).padStart(32, '0')}.pem`
    sns.serve('html')
    for (let n = 0; n < 10; n++) expect(await tell({ ...ours, SigningCertURL: at(n) })).not.toBe(204)
    expect(await tell({ ...ours, SigningCertURL: at(11) })).toBe(429)
    expect(sns.asked).toHaveLength(10)
    sns.serve('well')
    // What is known is not asked for again.
    expect(await tell(ours)).toBe(204)
  })
})

test('while Amazon’s certificate cannot be had, it is to tell again; then it is fetched once', async () => {
  const other = await startSns(topic)
  const quiet = await testSite({ env: { SNS_TOPIC: topic, SNS_URL: other.url } })
  const message = other.notice(bounce(), quiet.clock.now())
  const says = async () =>
    (await quiet.visitor().send('/newsletter/sns', { method: 'POST', body: JSON.stringify(message) })).status
  for (const trouble of ['down', 'html'] as const) {
    other.serve(trouble)
    expect(await says()).toBe(503)
  }
  other.serve('well')
  expect([await says(), await says()]).toEqual([204, 204])
  expect(other.asked).toEqual(Array(3).fill(other.certificatePath))
  await quiet.close()
  await other.stop()
})

test('without a topic there is nobody who listens; a topic says where its region is, and none other is one', async () => {
  const deaf = await testSite()
  expect((await deaf.visitor().send('/newsletter/sns', { method: 'POST', body: '{}' })).status).toBe(404)
  await deaf.close()
  expect(configFrom({}).sns).toBeUndefined()
  expect(configFrom({ SNS_TOPIC: topic }).sns).toEqual({ topic, base: 'https://sns.eu-west-1.amazonaws.com/' })
  for (const SNS_TOPIC of ['bounces', 'arn:aws:sqs:eu-west-1:123456789012:x', 'arn:aws:sns:evil.example/:123456789012:x'])
    expect(() => configFrom({ SNS_TOPIC })).toThrow(/SNS_TOPIC/)
})

test('several addresses may be told of at once; what SES adds later is passed over', () => {
  const many = [{ emailAddress: 'an@buren.example' }, { emailAddress: '"Bo, de" <bo@buren.example>', new: 1 }]
  expect(addressesToLeave(JSON.stringify({ bounce: { bounceType: 'Permanent', bouncedRecipients: many, new: 1 } }))).toEqual([
    'an@buren.example',
    'bo@buren.example',
  ])
  for (const odd of ['', '{', 'null', '[]', '{"bounce":{"bounceType":"Permanent"}}', '{"complaint":null}'])
    expect(addressesToLeave(odd)).toEqual([])
})
