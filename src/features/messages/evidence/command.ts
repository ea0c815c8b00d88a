import { readFile } from 'node:fs/promises'
import type { Command } from '../../../platform/feature'
import { verifyFiles } from './sealing'

export const verifyCommand: Command = {
  name: 'evidence verify',
  usage: 'evidence verify FILE',
  summary: {
    nl: 'zeggen of een bewijsbestand van deze site is en ongewijzigd',
    fr: 'dire si un fichier de preuves est de ce site et inchangé',
    en: 'say whether an evidence file is of this site and unchanged',
  },
  async run(p, [file], out) {
    if (!file) {
      out('Usage: huisrecht evidence verify FILE')
      return 2
    }
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) {
      out(`There is no file ${file} that can be read.`)
      return 2
    }
    const verdict = verifyFiles(p, bytes)
    if (!verdict.ok) {
      out(`Not valid: ${verdict.why}.`)
      return 1
    }
    const { site, madeAt, thread, files } = verdict.manifest
    out(`Valid: made by ${site} at ${madeAt} about conversation ${thread}, ${files.length} files, unchanged.`)
    return 0
  },
}
