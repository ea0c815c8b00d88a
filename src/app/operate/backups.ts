import { parseArgs } from 'node:util'
import { BackupRefused, backUp } from '../../platform/backup'
import { restore } from '../../platform/backup/restore'
import type { Config } from '../../platform/config'
import { stderrLog } from '../../platform/log'
import { usageOf } from '../../platform/told'
import { countIn, momentIn } from '../../std/written'
import { featuresOf } from '../features'
import { siteOf } from '../open'
import type { Errand, Out } from './index'
import { identityFrom } from './keys'
import { words } from './words'

/** Says what a backup cannot be made or put back for as a line, not as a fault of the program. */
async function spoken({ language }: Config, out: Out, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error
    out(error.in(language))
    return 1
  }
}

const toBackUp = async (config: Config) => {
  const { features, backupDays } = await siteOf(config)
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
      out(usageOf(this, config.language))
      return 2
    }
    return spoken(config, out, async () => {
      const made = await backUp(config, await toBackUp(config), stderrLog, {
        folder,
        keys: values.keys ?? `${folder.replace(/\/+$/, '')}-keys`,
        keep,
        now: new Date(),
        progress: progressOn(process.stderr),
      })
      quietAgain(process.stderr)
      const { place, entries, bytes, gone } = made
      const { language } = config
      const { backup: text } = words(language)
      const said = text.made(place, countIn(entries, language), countIn(Math.ceil(bytes / 2 ** 20), language))
      out(gone > 0 ? `${said} ${text.gone(gone)}` : said)
      out(text.keys(made.keys))
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
      out(usageOf(this, config.language))
      return 2
    }
    const identity = await identityFrom(values.identity)
    return spoken(config, out, async () => {
      const asked = { archive, keys: values.keys, identity, progress: progressOn(process.stderr) }
      const { at, rows, files, closed } = await restore(config, await toBackUp(config), stderrLog, asked)
      quietAgain(process.stderr)
      const { language } = config
      const { restore: text } = words(language)
      out(text.back(countIn(rows, language), countIn(files, language), momentIn(at, language)))
      if (closed > 0) out(text.closed(countIn(closed, language)))
      out(text.start)
      out(text.shred)
      return 0
    })
  },
}
