import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { PostgresUnavailable } from './unavailable'

const run = promisify(execFile)

/** The user under which the server runs; undefined: the one that runs this program. */
export type Account = { uid: number; gid: number } | undefined

/** Of its own: whoever shares a user with the server could read its files, so neither `nobody` nor the `postgres` of another server. */
const name = 'huisrecht'

const lookUp = async () => {
  const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])))
  const [uid = 0, gid = 0] = ids.map(({ stdout }) => Number(stdout))
  return { uid, gid }
}

const systemUser = async () => {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  try {
    return await lookUp().catch(async () => {
      // A second program may make the user at the same time: only the look-up after it decides.
      await run('useradd', [...options, name]).catch(() => undefined)
      return await lookUp()
    })
  } catch {
    throw new PostgresUnavailable('no-account', (text) => text.noUser(`useradd ${options.join(' ')} ${name}`))
  }
}

/** Says under which user the server of `folder` runs: as root its owner, or a system user that is made if there is none; otherwise undefined. Throws PostgresUnavailable. */
export async function accountFor(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  if (process.platform !== 'linux') {
    throw new PostgresUnavailable('no-account', (text) => text.root)
  }
  const owner = await stat(folder).catch(() => undefined)
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await systemUser()
}
