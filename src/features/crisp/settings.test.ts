import { expect, test } from 'vitest'
import named from '../../app/testing/crisp/site'
import { configFrom } from '../../platform/config'
import { hostsOf, siteSchema } from '../../platform/site'
import { apiOf, withCrisp } from './settings'
import { website } from './testing'

const site = siteSchema.parse(named)
const config = configFrom({ CRISP_IDENTIFIER: 'id', CRISP_KEY: 'key' }, 'en')
const without = <T extends object>(all: T, name: keyof T): T =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name)) as T

test('Q11 Q14: a site has the chat of Crisp and the company that runs it together, or is told what lacks or is too much', () => {
  const own = { by: 'us' as const, hours: [], answers: [] }
  const unnamed = { ...site, recipients: without(site.recipients, 'chat') }
  const less = (name: string) => ({ ...site, features: site.features.filter((one) => one !== name) })
  expect(withCrisp(site, config).wrong).toBe('')
  expect(withCrisp(site, configFrom({}, 'en')).wrong).toBe('CRISP_IDENTIFIER, CRISP_KEY')
  expect(withCrisp(site, configFrom({ CRISP_IDENTIFIER: 'id' }, 'en')).wrong).toBe('CRISP_IDENTIFIER, CRISP_KEY')
  expect(withCrisp(unnamed, config).wrong).toBe('recipients.chat')
  expect(withCrisp(less('chat'), config).wrong).toBe('chat')
  expect(withCrisp(less('contact'), config).wrong).toBe('contact')
  expect(withCrisp({ ...site, chat: own }, config).wrong).toBe('recipients.chat')
  expect(withCrisp({ ...unnamed, chat: own, features: [...site.features, 'crisp'] }, config).wrong).toBe('crisp')
  for (const wrong of [unnamed, less('chat')]) expect(withCrisp(wrong, config).site).toBeUndefined()
  const ours = { ...unnamed, chat: own }
  expect(withCrisp(ours, config).site).toBe(ours)
})

test('G5: what a browser speaks to and keeps is said, and the feature takes the place of our own chat', () => {
  const made = withCrisp(site, config).site
  expect(made?.features).toEqual(site.features.map((name) => (name === 'chat' ? 'crisp' : name)))
  const browser = made?.recipients.chat?.browser
  expect(browser?.cookies.map(({ name, days }) => [name, days])).toEqual([[`crisp-client%2Fsession%2F${website}*`, 45]])
  expect(browser && hostsOf(browser)).toEqual([
    'client.crisp.chat',
    'image.crisp.chat',
    'storage.crisp.chat',
    'client.relay.crisp.chat',
    'stream.relay.crisp.chat',
  ])
  expect(siteSchema.safeParse({ ...named, chat: { by: 'crisp', website: 'x' } }).success).toBe(false)
  expect(apiOf(undefined)).toBe('https://api.crisp.chat/v1')
  expect(() => configFrom({ CRISP_HOOK_KEY: 'kort' }, 'en')).toThrow('CRISP_HOOK_KEY')
  expect(() => configFrom({ CRISP_URL: 'http://example.org' }, 'en')).toThrow('CRISP_URL')
})
