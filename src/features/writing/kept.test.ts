import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { hear } from '../../platform/db/notices'
import { noticesOf } from '../../platform/http'
import { memberOfStaff } from '../desk/testing'

let site: TestSite
let stop: () => Promise<void>
let told = 0
beforeAll(async () => {
  site = await testSite()
  const { kept, connection } = site.p
  const changed = (what: string) => {
    kept.changed(what)
    told++
  }
  stop = hear(connection, { on: noticesOf({ changed }), begin: kept.begin, lost: kept.end })
  await vi.waitUntil(() => kept.generation() !== undefined, { timeout: 10_000, interval: 5 })
}, 60_000)
afterAll(async () => {
  await stop()
  await site.close()
})

test('a text is kept in memory for strangers, and every page that leads to it is forgotten once it changes', async () => {
  const stef = (await memberOfStaff(site, 'owner')).visitor
  const read = async (path: string) => (await site.visitor().get(path)).text
  const written = { title: 'Veilig huren', body: 'Eerst kijken.', stands: 'foot', when: 'now' }
  const act = async (at: string, fields: Record<string, string>) => {
    const before = told
    const { location } = await stef.post(at, fields)
    await vi.waitUntil(() => told > before, { timeout: 10_000, interval: 5 })
    return location?.replace('?saved', '') ?? ''
  }
  expect(await read('/nl/privacy')).not.toContain('Veilig huren')
  const at = await act('/nl/desk/texts/new?kind=page', written)
  expect(await read('/nl/privacy')).toContain('Veilig huren')
  expect(await read('/nl/veilig-huren')).toContain('Eerst kijken.')
  expect(site.p.kept.pages.size).toBeGreaterThan(0)
  const seen = /name="seen" value="([^"]+)"/.exec((await stef.get(at)).html)?.[1] ?? ''
  await act(at, { ...written, body: 'Nooit vooraf betalen.', seen })
  expect(await read('/nl/veilig-huren')).toContain('Nooit vooraf betalen.')
  await act(`${at}/removal`, { sure: '1' })
  expect(await read('/nl/privacy')).not.toContain('Veilig huren')
})
