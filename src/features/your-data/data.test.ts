import { strFromU8, unzipSync } from 'fflate'
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
