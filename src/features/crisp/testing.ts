// For tests: a site whose chat Crisp runs, with Crisp on loopback.
import { startCrisp } from '../../../dev/simulators/crisp'
import { testSite, type Visitor } from '../../app/testing'
import named from '../../app/testing/crisp/site'
import { valuesOf } from '../consent/testing'

export const { website } = named.chat
export const [hookSecret, hookKey] = ['geheim-van-de-plugin', 'geheim-van-het-adres']

export const crispEnv = (url: string) => ({
  CRISP_IDENTIFIER: 'id',
  CRISP_KEY: 'key',
  CRISP_HOOK_SECRET: hookSecret,
  CRISP_HOOK_KEY: hookKey,
  CRISP_URL: url,
})

export async function crispSite(env: Record<string, string> = {}) {
  const crisp = await startCrisp({ website })
  const site = await testSite({ site: 'src/app/testing/crisp', env: { ...crispEnv(crisp.url), ...env } })
  return {
    ...site,
    crisp,
    async close() {
      await site.close()
      await crisp.stop()
    },
  }
}
export type CrispSite = Awaited<ReturnType<typeof crispSite>>

/** Presses for the chat. */
export async function presses(visitor: Visitor) {
  const { html } = await visitor.get('/nl/chat')
  return visitor.post('/nl/chat', { asked: valuesOf(html, 'asked') })
}

export const sessionNamed = (n: number): string => `session_00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
