import { parseArgs } from 'node:util'
import type { Command } from '../../../platform/feature'
import { toldBy, usageOf } from '../../../platform/told'
import { isLanguage } from '../../../std/words'
import { words } from './words'
import { Unreadable } from './wxr'

const usage = 'site import wordpress FILE [--language LANGUAGE] [--pictures FOLDER] [--again] [--dry-run]'

/** `huisrecht site import wordpress`: brings the texts of a WordPress site in. docs/writing.md tells how. */
export const importCommand: Command = {
  name: 'site import wordpress',
  usage,
  summary: {
    nl: 'artikels en pagina’s van een WordPress-site inlezen: docs/writing.md',
    fr: 'importer les articles et pages d’un site WordPress : docs/writing.md',
    en: 'bring in the articles and pages of a WordPress site: docs/writing.md',
  },
  async run(p, args, out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        pictures: { type: 'string' },
        again: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const { language: spoken } = p.config
    const text = words(spoken)
    const [file, ...more] = positionals
    const language = values.language ?? p.site.languages[0]
    if (file === undefined || more.length > 0 || !isLanguage(language)) {
      out(file === undefined || more.length > 0 ? text.oneFile : text.language(String(language), p.site.languages.join(', ')))
      out(usageOf({ usage }, spoken))
      return 2
    }
    const dryRun = values['dry-run']
    // What stands in the file comes on a terminal: no sign of it may steer that.
    const tell = (line: string) => out(line.replace(/\p{Cc}/gu, ' '))
    // What reads HTML and XML is for this alone: a site that serves does without.
    const { importExport } = await import('./run')
    try {
      const counts = await importExport(p, { file, language, pictures: values.pictures, dryRun, again: values.again }, tell)
      if (dryRun) out(text.dryRun)
      out(text.counts(counts))
      return 0
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      tell(toldBy(error, spoken))
      tell(text.nothing)
      return 1
    }
  },
}
