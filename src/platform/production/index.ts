import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Language } from '../../std/words'
import type { Config } from '../config'
import type { Db } from '../db'
import type { Site } from '../site'
import { words } from './words'

export { words as productionWords } from './words'

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
export async function wrongInProduction(config: Config, site: Site, demo: boolean, language: Language): Promise<string[]> {
  const text = words(language)
  const wrong: string[] = []
  const refuse = (when: unknown, why: string) => {
    if (when) wrong.push(why)
  }
  const { controller, officer, hosting } = site
  const url = new URL(config.publicUrl)
  refuse(demo, text.demo)
  refuse(!config.smtpUrl, text.noMail)
  refuse(url.protocol !== 'https:', text.http(config.publicUrl))
  refuse(local.test(url.hostname), text.local(config.publicUrl))
  refuse(local.test(config.host) && !config.trustProxy, text.proxy)
  refuse(isInside(config.dataDir, config.keysDir), text.keysInData(config.keysDir))
  const open = await readByOthers(config.keysDir)
  if (open) wrong.push(text.open(open, config.keysDir))
  for (const [field, value] of Object.entries({
    name: site.name === 'Dorpel' ? '' : site.name,
    'controller.name': controller.name,
    'controller.registration': controller.registration,
    'controller.address': controller.address,
    'controller.email': controller.email,
    'officer.name': officer.name,
    'officer.email': officer.email,
    'hosting.name': hosting.name,
  }))
    refuse(placeholder.test(value), value.trim() ? text.invented(field, value) : text.missing(field))
  return wrong
}
