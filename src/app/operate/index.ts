// What an operator does beside the running site: none of it needs the site to be whole.
import { parseArgs } from 'node:util'
import { BackupRefused, backUp, leaveMark, restore } from '../../platform/backup'
import { keyPrint, missingFrom } from '../../platform/backup/keys'
import type { Config } from '../../platform/config'
import { stderrLog } from '../../platform/log'
import { doctor } from './doctor'
import { handover } from './handover'
import { keysEscrow } from './keys'

type Out = (line: string) => void
/** A verb that does not open the site. Answers the exit code. */
export type Errand = {
  name: string
  usage: string
  summary: string
  run(config: Config, args: readonly string[], out: Out): Promise<number>
}

const backup: Errand = {
  name: 'backup',
  usage: 'backup FOLDER [--keep 14]',
  summary: 'copy database and files while the site runs, never the keys',
  async run(config, args, out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keep: { type: 'string', default: '14' } },
    })
    const [folder] = positionals
    const keep = Number(values.keep)
    if (!folder || !Number.isInteger(keep) || keep < 1) {
      out(`Usage: huisrecht ${this.usage}`)
      return 2
    }
    const { place, files, bytes, gone } = await backUp(config, stderrLog, { folder, keep, now: new Date() })
    out(`${place}: ${files} files, ${Math.ceil(bytes / 2 ** 20)} MB.${gone > 0 ? ` ${gone} older ones are gone.` : ''}`)
    return 0
  },
}

const putBack: Errand = {
  name: 'restore',
  usage: 'restore BACKUP',
  summary: 'put a backup back into an empty DATA_DIR',
  async run(config, [place], out) {
    if (!place) {
      out(`Usage: huisrecht ${this.usage}`)
      return 2
    }
    const { at, kind, files } = await restore(config, place)
    out(`${files} files of ${at.toISOString()} are in ${config.dataDir}, and are as they were.`)
    if (kind === 'dump')
      out(`The database is ${config.dataDir}/database.dump: pg_restore --no-owner --dbname "$DATABASE_URL" puts it back.`)
    out(`The keys of that moment must be in ${config.keysDir}. Then start the site.`)
    out(
      'Who ended an account after that moment has it again: end it again, from your record of requests, before strangers come in.',
    )
    return 0
  },
}

const keysCheck: Errand = {
  name: 'keys check',
  usage: 'keys check FOLDER',
  summary: 'hold a copy of the keys against KEYS_DIR, and remember the day',
  async run(config, [folder], out) {
    if (!folder) {
      out(`Usage: huisrecht ${this.usage}`)
      return 2
    }
    const missing = await missingFrom(folder, config.keysDir)
    if (missing.length > 0) {
      out(
        `${folder} cannot stand for the keys: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in it, or otherwise.`,
      )
      return 1
    }
    await leaveMark(config.dataDir, 'key-copy', new Date(), await keyPrint(config.keysDir))
    out(`${folder} holds all the keys. Take it off this machine now.`)
    return 0
  },
}

/** Says what a backup cannot be made for as a line, not as a fault of the program. */
const spoken = (errand: Errand): Errand => ({
  ...errand,
  async run(config, args, out) {
    try {
      return await errand.run(config, args, out)
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error
      out(error.message)
      return 1
    }
  },
})

export const errands: readonly Errand[] = [...[backup, putBack, keysCheck].map(spoken), keysEscrow, doctor, handover]
