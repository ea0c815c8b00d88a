import { readFile } from 'node:fs/promises'
import type { Command } from '../../../platform/feature'
import { usageOf } from '../../../platform/told'
import { momentIn } from '../../../std/written'
import { verifyFiles } from './sealing'
import { words } from './words'

export const verifyCommand: Command = {
  name: 'evidence verify',
  usage: 'evidence verify FILE',
  summary: {
    nl: 'zeggen of een bewijsbestand van deze site is en ongewijzigd',
    fr: 'dire si un fichier de preuves est de ce site et inchangé',
    en: 'say whether an evidence file is of this site and unchanged',
  },
  async run(p, [file], out) {
    const { language } = p.config
    const text = words(language).verdict
    if (!file) {
      out(usageOf(this, language))
      return 2
    }
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) {
      out(text.unreadable(file))
      return 2
    }
    const verdict = verifyFiles(p, bytes)
    if (!verdict.ok) {
      out(text.bad(text[verdict.why](verdict.file)))
      return 1
    }
    const { site, madeAt, thread, files } = verdict.manifest
    out(text.good(site, momentIn(new Date(madeAt), language), thread, files.length))
    return 0
  },
}
