import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Config } from './config'
import type { Db } from './db'
import type { Site } from './site'

const local = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/
/** Names that stand for a name: those reserved for examples (RFC 2606), and what the demo site says of itself. */
const placeholder = /\.(?:example|test|invalid|localhost)$|@example\.(?:com|org|net)$|\(demo\)|voorbeeld|^\s*$|0000\.000\.0/i

/** Whether invented people are on the site, whose passwords everybody knows. */
export const hasDemo = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('people').select('id').where('demo', '=', true).limit(1).executeTakeFirst()) !== undefined

const isInside = (folder: string, other: string): boolean => {
  const way = relative(folder, other)
  return way === '' || !(way.startsWith('..') || way.startsWith('/'))
}

/** The first key file or folder that others of this machine may read, if there is one. */
async function readByOthers(folder: string): Promise<string | undefined> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const path of [folder, ...names.map((name) => join(folder, name))]) {
    const found = await stat(path).catch(() => undefined)
    if (found && (found.mode & 0o077) !== 0) return path
  }
  return undefined
}

/** What of a site must be put right before strangers may use it, in plain words; empty when it may run. `demo`: invented people are in it. */
export async function wrongInProduction(config: Config, site: Site, demo: boolean): Promise<string[]> {
  const wrong: string[] = []
  const refuse = (when: unknown, why: string) => {
    if (when) wrong.push(why)
  }
  const { controller, officer, hosting } = site
  const url = new URL(config.publicUrl)
  refuse(demo, 'There are demo adverts in this site, whose passwords everybody knows. Take them out: huisrecht demo remove')
  refuse(!config.smtpUrl, 'SMTP_URL is not set: mail would stay in the development mailbox, and nobody could confirm an address.')
  refuse(url.protocol !== 'https:', `PUBLIC_URL is ${config.publicUrl}. It must begin with https: visitors send passwords there.`)
  refuse(
    local.test(url.hostname),
    `PUBLIC_URL is ${config.publicUrl}, which is only this machine. Give the address that visitors use.`,
  )
  refuse(
    local.test(config.host) && !config.trustProxy,
    'TRUST_PROXY is not 1, though only a proxy on this machine can reach the site: all visitors would look like one, and share one limit.',
  )
  refuse(
    isInside(config.dataDir, config.keysDir),
    `KEYS_DIR (${config.keysDir}) lies inside DATA_DIR: one backup would hold the data and the keys to them. Put the keys elsewhere.`,
  )
  const open = await readByOthers(config.keysDir)
  refuse(open, `${open} can be read by others on this machine. Close it: chmod -R go= ${config.keysDir}`)
  for (const [field, value] of Object.entries({
    'site name': site.name === 'Dorpel' ? '' : site.name,
    'controller.name': controller.name,
    'controller.registration': controller.registration,
    'controller.address': controller.address,
    'controller.email': controller.email,
    'officer.name': officer.name,
    'officer.email': officer.email,
    'hosting.name': hosting.name,
  }))
    refuse(
      placeholder.test(value),
      `${field} in site.ts is ${value.trim() ? `"${value}", a name for demonstrations` : 'missing'}. The privacy statement says it to everybody: fill in the real one.`,
    )
  return wrong
}
