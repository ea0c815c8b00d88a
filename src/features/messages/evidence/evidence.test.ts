import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { days } from '../../../platform/clock'
import { copyOf, erase } from '../../../privacy'
import { signedUp } from '../../accounts/testing'
import { advertOf, replied } from '../testing'
import { verifyCommand } from './command'
import { verifyFiles } from './sealing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

async function talk() {
  const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
  const advert = await advertOf(site, bart.personId, { title: 'ZOALS-TOEN' })
  const thread = await replied(site, an, advert, 'Woorden van An')
  await site.p.db.updateTable('listings').set({ title: 'LATER-ANDERS' }).where('id', '=', advert.id).execute()
  await bart.visitor.post(thread, { text: 'Stort eerst <b>900</b> euro' })
  return { an, bart, advert, thread }
}
const contents = (zip: Buffer) => {
  const files = unzipSync(zip)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return { files, html: text('index.html'), json: JSON.parse(text('evidence.json')) }
}

describe('an evidence file', () => {
  test('has the advert as it was, the messages and the times, and says so in the other’s ledger', async () => {
    const { an, bart, thread } = await talk()
    const answer = await an.visitor.post(`${thread}/evidence`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const { html, json } = contents(answer.bytes)
    expect(json.messages).toEqual([
      { from: 'requester', at: expect.any(String), text: 'Woorden van An' },
      { from: 'other', at: expect.any(String), text: 'Stort eerst <b>900</b> euro' },
    ])
    expect(json.advert.advert.title).toBe('ZOALS-TOEN')
    expect(html).toContain('ZOALS-TOEN')
    expect(html).toContain('Stort eerst &lt;b&gt;900')
    expect(JSON.stringify(json) + html).not.toContain('LATER-ANDERS')
    const ledger = await site.p.db
      .selectFrom('disclosures')
      .select(['recipient', 'purpose', 'holdings'])
      .where('person_id', '=', bart.personId)
      .execute()
    expect(ledger).toContainEqual({ recipient: 'seeker', purpose: 'disputes', holdings: ['message.thread', 'advert.thread'] })
  })

  test('has no more of the other than who asks had seen', async () => {
    const { an, bart, thread } = await talk()
    const ofSeeker = contents((await an.visitor.post(`${thread}/evidence`)).bytes)
    const seen = JSON.stringify(ofSeeker.json) + ofSeeker.html
    for (const secret of [bart.email, bart.userName, bart.personId, '+32470123456', '50.8762']) expect(seen).not.toContain(secret)
    expect(seen).not.toMatch(/house_number|"point"|"phone"/)
    expect(ofSeeker.json.other).toMatchObject({ name: 'Bart', part: 'advertiser' })
    const ofAdvertiser = contents((await bart.visitor.post(`${thread}/evidence`)).bytes)
    expect(ofAdvertiser.json.other).toEqual({ name: 'An', part: 'seeker', gone: false, email: an.email })
    const eva = await signedUp(site, { firstName: 'Eva' })
    expect((await eva.visitor.post(`${thread}/evidence`)).status).toBe(404)
  })

  test('is verified by its signature, and any change is seen', async () => {
    const { an, thread } = await talk()
    const { bytes } = await an.visitor.post(`${thread}/evidence`)
    expect(verifyFiles(site.p, bytes)).toMatchObject({ ok: true, manifest: { thread: thread.split('/').at(-1) } })
    const { files } = contents(bytes)
    const changed = (change: Record<string, Uint8Array>, without: string[] = []) =>
      verifyFiles(
        site.p,
        zipSync(Object.fromEntries(Object.entries({ ...files, ...change }).filter(([name]) => !without.includes(name)))),
      )
    expect(changed({ 'evidence.json': strToU8('{}') })).toEqual({ ok: false, why: 'changed', file: 'evidence.json' })
    expect(changed({ 'more.html': strToU8('x') })).toEqual({ ok: false, why: 'putIn', file: 'more.html' })
    expect(changed({}, ['index.html'])).toEqual({ ok: false, why: 'takenOut', file: 'index.html' })
    expect(changed({ 'manifest.json': strToU8('{}') })).toMatchObject({ ok: false })
    expect(changed({}, ['manifest.sig'])).toMatchObject({ ok: false })
    expect(verifyFiles(site.p, strToU8('no zip'))).toMatchObject({ ok: false })

    const folder = await mkdtemp(join(tmpdir(), 'evidence-'))
    const said: string[] = []
    const run = (...args: string[]) => verifyCommand.run(site.p, args, (line) => said.push(line))
    await writeFile(join(folder, 'good.zip'), bytes)
    await writeFile(join(folder, 'bad.zip'), bytes.subarray(0, 100))
    expect(await run(join(folder, 'good.zip'))).toBe(0)
    expect(await run(join(folder, 'bad.zip'))).toBe(1)
    expect(await run(join(folder, 'none.zip'))).toBe(2)
    expect(await run()).toBe(2)
    expect(said[0]).toMatch(/^Valid: made by/)
    await rm(folder, { recursive: true })
  })
})

describe('the advert as it was', () => {
  test('lies sealed, is its advertiser’s own, and goes with them', async () => {
    const { an, bart, thread } = await talk()
    const rows = await site.p.db.selectFrom('snapshots').selectAll().where('person_id', '=', bart.personId).execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.content.bytes.toString()).not.toContain('ZOALS-TOEN')
    const records = (await copyOf(site.p, bart.personId, 'nl')).items.flatMap(({ holdings }) =>
      holdings.flatMap((one) => one.records),
    )
    expect(JSON.stringify(records.filter(({ table }) => table === 'snapshots'))).toContain('ZOALS-TOEN')
    await erase(site.p, bart.personId)
    const { json } = contents((await an.visitor.post(`${thread}/evidence`)).bytes)
    expect(json.advert).toBeNull()
    expect(json.other).toEqual({ name: 'Iemand die weg is', part: 'advertiser', gone: true })
    expect(json.messages.map(({ from }: { from: string }) => from)).toEqual(['requester'])
  })

  test('is held with a conversation that was reported, for as long (article 17(3)(e))', async () => {
    const { an, bart, thread } = await talk()
    await an.visitor.post(`${thread}/report`, { reason: 'scam', explanation: 'Er wordt vooraf geld gevraagd.', goodFaith: '1' })
    const receipt = await erase(site.p, bart.personId)
    expect(receipt.kept.map(({ holding }) => holding)).toContain('advert.thread')
    const held = () => site.p.db.selectFrom('snapshots').select('id').where('person_id', '=', bart.personId).execute()
    expect(await held()).toHaveLength(1)
    const { json } = contents((await an.visitor.post(`${thread}/evidence`)).bytes)
    expect(json.advert).toBeNull()
    site.clock.pass(days(91))
    await erase(site.p, bart.personId)
    expect(await held()).toHaveLength(0)
  })
})
