import { parseArgs } from 'node:util'
import { BackupRefused, backUp } from '../../platform/backup'
import { restore } from '../../platform/backup/restore'
import type { Config } from '../../platform/config'
import { stderrLog } from '../../platform/log'
import { featuresOf } from '../features'
import { loadSite } from '../open'
import type { Errand, Out } from './index'
import { identityFrom } from './keys'

/** Says what a backup cannot be made or put back for as a line, not as a fault of the program. */
async function spoken(out: Out, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error
    out(error.message)
    return 1
  }
}

const siteOf = async (config: Config) => {
  const { features, backupDays } = await loadSite(config.site)
  return { features: featuresOf(features), backupDays }
}

/** Counts aloud while somebody looks. */
const progressOn = (terminal: NodeJS.WriteStream) => {
  let done = 0
  return (name: string) => {
    if (terminal.isTTY) terminal.write(`\r\x1b[K${++done} ${name.split('/').slice(0, 2).join('/')}`)
  }
}
const quietAgain = (terminal: NodeJS.WriteStream) => {
  if (terminal.isTTY) terminal.write('\r\x1b[K')
}

export const backup: Errand = {
  name: 'backup',
  usage: 'backup FOLDER [--keys FOLDER] [--keep 14]',
  summary: {
    nl: 'databank en bestanden versleuteld kopiëren terwijl de site draait',
    fr: 'copier la base et les fichiers, chiffrés, pendant que le site tourne',
    en: 'copy database and files while the site runs, encrypted',
  },
  async run(config, args, out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keep: { type: 'string', default: '14' }, keys: { type: 'string' } },
    })
    const [folder] = positionals
    const keep = Number(values.keep)
    if (!folder || !Number.isInteger(keep) || keep < 1) {
      out(`Usage: huisrecht ${this.usage}`)
      return 2
    }
    return spoken(out, async () => {
      const made = await backUp(config, await siteOf(config), stderrLog, {
        folder,
        keys: values.keys ?? `${folder.replace(/\/+$/, '')}-keys`,
        keep,
        now: new Date(),
        progress: progressOn(process.stderr),
      })
      quietAgain(process.stderr)
      const { place, entries, bytes, gone } = made
      out(`${place}: ${entries} files, ${Math.ceil(bytes / 2 ** 20)} MB.${gone > 0 ? ` ${gone} older ones are gone.` : ''}`)
      out(`${made.keys}: the keys. Keep the newest alone, and apart from the others.`)
      return 0
    })
  },
}

export const putBack: Errand = {
  name: 'restore',
  usage: 'restore BACKUP --identity FILE [--keys FILE]',
  summary: {
    nl: 'een back-up terugzetten op een lege plek, met de geheime sleutel',
    fr: 'remettre une sauvegarde à un endroit vide, avec la clé privée',
    en: 'put a backup back into an empty place, with the private key',
  },
  async run(config, args, out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keys: { type: 'string' }, identity: { type: 'string' } },
    })
    const [archive] = positionals
    if (!archive || !values.identity) {
      out(`Usage: huisrecht ${this.usage}`)
      return 2
    }
    const identity = await identityFrom(values.identity)
    return spoken(out, async () => {
      const asked = { archive, keys: values.keys, identity, progress: progressOn(process.stderr) }
      const { at, rows, files, closed } = await restore(config, await siteOf(config), stderrLog, asked)
      quietAgain(process.stderr)
      out(`${rows} rows and ${files} files of ${at.toISOString()} are back.`)
      if (closed > 0) out(`${closed} values do not open: their owners cannot be found by them.`)
      out(
        'Start the site: whoever ended an account after that moment is erased again before anybody gets in. Everybody signs in anew.',
      )
      out('Now shred the file of the private key, if it is on this machine: shred -u FILE')
      return 0
    })
  },
}
