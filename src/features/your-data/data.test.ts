import { gzipSync, strFromU8, strToU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { copyOf } from '../../privacy'
import { copySchema } from '../../privacy/copy-schema'
import { jsonOf } from '../../privacy/flow'
import { isPortable, portableOf, portableSchema } from '../../privacy/portable'
import { fillSite } from '../../privacy/testing'
import { holdingsIn, walk } from '../../privacy/walk'
import { zipOf } from '../../privacy/zip'
import { holdingNamed, onObjection } from '../../register'
import { signedUp } from '../accounts/testing'
import { correctAt } from './correct'
import { around } from './data-all'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

describe('K24: everything on one page', () => {
  test('what is held is listed first, and each holding leads to where it is corrected, and to an objection where the law gives one', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const page = await an.visitor.get('/nl/account/data')
    for (const item of ['firstName', 'email', 'session']) expect(page.html).toContain(`<li><a href="#${item}">`)
    expect(page.html).not.toContain('<li><a href="#favourites">')
    expect(page.html).toContain('href="/nl/account/settings/first-name"')
    expect(page.html).toContain('href="/nl/account/objections#fraud"')
    // Nothing is asked where nothing is held.
    expect(page.html).not.toContain('href="/nl/favourites">Verbeteren')
    for (const link of ['copy', 'objections', 'restriction', 'end']) expect(page.html).toContain(`href="/nl/account/${link}"`)
    const { status } = await an.visitor.get('/nl/account/objections')
    expect(status).toBe(200)
  })

  test('a first name that is wrong is put right from there', async () => {
    const bart = await signedUp(site, { firstName: 'Brat' })
    const path = /href="(\/nl\/account\/settings\/first-name)"/.exec((await bart.visitor.get('/nl/account/data')).html)?.[1] ?? ''
    await bart.visitor.post(path, { firstName: 'Bart' })
    const { text } = await bart.visitor.get('/nl/account/data')
    expect([text.includes('Bart'), text.includes('Brat')]).toEqual([true, false])
  })

  test('every place to correct is there', async () => {
    const carla = await signedUp(site, { firstName: 'Carla' })
    for (const path of new Set(Object.values(correctAt))) {
      const { status, location } = await carla.visitor.get(`/nl${path}`)
      // Who has no adverts is led to where they would be.
      expect([path, status]).toEqual([path, path === '/adverts/buildings' ? 303 : 200])
      if (location) expect((await carla.visitor.get(location)).status).toBe(200)
    }
  })

  test('what an objection is offered for, may be objected to', () => {
    expect(onObjection('fraud')).toBeDefined()
    expect(onObjection('serviceMail')).toBeUndefined()
  })
})

describe('K24: however much there is', () => {
  test('the page stays within its budget, names every holding, and leads to all of it, a page at a time', async () => {
    const { p } = site
    const { an } = await fillSite(p)
    const vera = await signedUp(site, { firstName: 'Vera' })
    const [thread] = [an.ids.get('threads') ?? '']
    const keys = await p.vault.keysToSeal(p.db, vera.personId, ['messages'])
    const from = site.clock.now().getTime()
    const messages = Array.from({ length: 5000 }, (_, at) => {
      const row = { id: crypto.randomUUID(), person_id: vera.personId, thread_id: thread, created_at: new Date(from + at) }
      return { ...row, ...keys.seal('messages', row, { body: `Bericht ${at} over de kamer ${crypto.randomUUID()}` }) }
    })
    const sent = messages.map(({ id, person_id, created_at: at }) => ({
      ...{ id, person_id, at, recipient: 'advertiser' as const, purpose: 'messaging' },
      holdings: ['message.thread', 'email.account'],
    }))
    for (let at = 0; at < 5000; at += 500) {
      await p.db
        .insertInto('messages')
        .values(messages.slice(at, at + 500))
        .execute()
      await p.db
        .insertInto('disclosures')
        .values(sent.slice(at, at + 500))
        .execute()
    }
    const { html, text } = await vera.visitor.get('/nl/account/data')
    expect(gzipSync(strToU8(html)).byteLength).toBeLessThan(20_000)
    const copy = (await copyOf(p, vera.personId, 'nl')).items.flatMap(({ holdings }) => holdings)
    for (const { where, records } of copy) if (records.length > 0) expect(text).toContain(where)
    expect(text).toContain('Bericht 4999 over')
    expect(text).not.toContain('Bericht 4996 over')
    expect(text).toMatch(/5[.\s ]?000 keer, laatst op 21 november 2026/)
    const all = '/nl/account/data/message.thread'
    expect(html).toContain(`href="${all}"`)
    expect(html).toContain(`href="${all}/sent"`)
    const seen = new Set<string>()
    for (const page of [1, 2, 100, 200]) {
      const found = (await vera.visitor.get(`${all}?page=${page}`)).text.match(/Bericht \d+ over/g) ?? []
      expect(found).toHaveLength(25)
      expect(found[0]).toBe(`Bericht ${5000 - (page - 1) * 25 - 1} over`)
      for (const one of found) seen.add(one)
    }
    expect(seen.size).toBe(100)
    expect((await vera.visitor.get(`${all}?page=201`)).status).toBe(404)
    expect((await vera.visitor.get(`${all}/sent?page=200`)).text).toContain('De verhuurder')
    expect((await vera.visitor.get(`${all}/sent?page=201`)).status).toBe(404)
    // Of another nothing, of what is not held nothing, of what does not exist no page.
    const zita = await signedUp(site, { firstName: 'Zita' })
    const theirs = await zita.visitor.get(all)
    expect([theirs.status, /Bericht \d/.test(theirs.text)]).toEqual([200, false])
    expect(theirs.text).toContain('Hiervan hebben we niets')
    expect((await zita.visitor.get('/nl/account/data/no.thing')).status).toBe(404)
    expect((await site.visitor().get(all)).status).toBe(303)
  }, 60_000)

  test('the numbers of the pages: the first, the last and those around', () => {
    expect([around(1, 2), around(1, 9), around(5, 9), around(9, 9), around(2, 3)]).toEqual([
      [1, 2],
      [1, 2, null, 9],
      [1, null, 4, 5, 6, null, 9],
      [1, null, 8, 9],
      [1, 2, 3],
    ])
  })
})

describe('G2 A-SAR 21: a copy for programs', () => {
  test('holds to its schema, and its portable part is what the person gave by consent or for a contract', async () => {
    const { p } = site
    const { an } = await fillSite(p)
    const copy = await copyOf(p, an.person, 'nl')
    expect(copySchema.parse(JSON.parse(JSON.stringify(copy)))).toEqual(JSON.parse(JSON.stringify(copy)))
    const written: unknown = JSON.parse((await Array.fromAsync(jsonOf(portableOf(copy)))).join(''))
    const portable = portableSchema.parse(written)
    expect(portable).toEqual(written)
    const taken = portable.items.map(({ holding }) => holding)
    expect(taken).toEqual(expect.arrayContaining(['firstName.account', 'message.thread', 'advert.listing']))
    // Arising from use, written by the site, on another ground, or a secret.
    for (const name of ['ip.lastSession', 'session.account', 'openings.ledger', 'decision.notice', 'password.account'])
      expect(taken).not.toContain(name)
    expect(taken.length).toBe(
      copy.items.flatMap(({ holdings }) => holdings).filter((one) => isPortable(one) && one.records.length > 0).length,
    )
  })

  test('A-SAR 20: every holding of the site is in it, also when nothing is held', async () => {
    const dora = await signedUp(site, { firstName: 'Dora' })
    const { items } = await copyOf(site.p, dora.personId, 'en')
    const named = items.flatMap(({ holdings }) => holdings.map(({ holding }) => holding))
    const known = new Set(walk(site.p.site.features).flatMap(holdingsIn))
    expect(named.toSorted()).toEqual([...known].toSorted())
    const empty = items.flatMap(({ holdings }) => holdings).filter(({ records }) => records.length === 0)
    const { text } = await dora.visitor.get('/en/account/data')
    const [shown = '', ofNothing = ''] = text.split('What we hold nothing of')
    const none = empty.filter(({ unlinkable, sent }) => !unlinkable && sent.length === 0)
    expect(none.length).toBeGreaterThan(20)
    expect(ofNothing).toMatch(new RegExp(`^ \\(${none.length}\\)`))
    for (const { where } of none) expect(ofNothing).toContain(where)
    expect(shown.split('Of this we hold nothing.').length - 1).toBe(empty.filter(({ sent }) => sent.length > 0).length)
    expect(text.split('without knowing what is whose').length - 1).toBe(empty.filter(({ unlinkable }) => unlinkable).length)
    expect(holdingNamed('traffic.log').keys).toBe('day')
  })

  test('its schemas are published, and are those in the archive', async () => {
    const dora = await signedUp(site, { firstName: 'Dora', email: 'dora.schema@example.org' })
    const pieces = await Array.fromAsync(zipOf(site.p.files, await copyOf(site.p, dora.personId, 'nl')))
    const files = unzipSync(new Uint8Array(Buffer.concat(pieces)))
    for (const [name, file] of [
      ['copy', 'schema.json'],
      ['portable', 'portable.schema.json'],
    ] as const) {
      const answer = await site.visitor().get(`/schemas/${name}.json`)
      expect(answer.headers.get('content-type')).toContain('application/schema+json')
      expect(answer.json()).toEqual(JSON.parse(strFromU8(files[file] ?? new Uint8Array())))
    }
    expect((await site.visitor().get('/schemas/other.json')).status).toBe(404)
  })
})
