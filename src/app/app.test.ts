import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from './testing'

describe('the app', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())

  test('begins in the language of the browser, and remembers another choice', async () => {
    const an = site.visitor()
    expect((await an.get('/', { 'accept-language': 'fr-BE,fr;q=0.9' })).location).toBe('/fr')
    const french = await an.get('/fr', { referer: 'http://localhost:3000/nl' })
    expect(french.html).toContain('<html lang="fr">')
    expect(an.cookies.get('language')).toBe('fr')
    expect((await an.get('/', { 'accept-language': 'nl' })).location).toBe('/fr')
  })

  test('a page that is not there says so in the language of its address', async () => {
    const answer = await site.visitor().get('/fr/nulle-part')
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Cette page n’existe pas')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('an act that another site sends is refused', async () => {
    const answer = await site.visitor().post('/nl/anything', {}, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
  })
})
