import { readFile } from 'node:fs/promises'
import { DatabaseRefused } from '../../../platform/db'
import type { Command } from '../../../platform/feature'
import { toldBy, usageOf } from '../../../platform/told'
import type { Language } from '../../../std/words'
import { lawOf } from '../law'
import { asked, usage } from './arguments'
import { Unreadable } from './file'
import { ownLayout, readMapping } from './mapping'
import { progressOn } from './progress'
import { reportTo } from './report'
import { type Counts, importFile } from './run'
import { words } from './words'

const countsIn = ({ taken, repeated, refused }: Counts, language: Language) => words(language).counts(taken, repeated, refused)

async function mappingIn(path: string | undefined) {
  if (path === undefined) return ownLayout
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Unreadable((text) => text.noMapping(path))
  })
  return readMapping(text, path)
}

async function run(...[p, args, out]: Parameters<Command['run']>): Promise<number> {
  const ask = asked(args)
  const { language } = p.config
  const said = (counts: Counts) => countsIn(counts, language)
  const mapping = await mappingIn(ask.mapping)
  const source = ask.source ?? mapping.source
  if (!source) throw new Unreadable((text) => text.noSource)
  const bar = progressOn(process.stderr)
  const print = (line: string) => bar.around(() => out(line))
  const report = await reportTo(print, ask.report, lawOf(p.site), language)
  let counts: Counts = { taken: 0, repeated: 0, refused: 0 }
  const end = async () => {
    bar.end()
    report.summary()
    await report.close()
  }
  try {
    await importFile(
      p,
      { ...ask, source, mapping },
      {
        note: print,
        judged: report.judged,
        progress(share, now) {
          counts = now
          bar.show(share, said(now))
        },
      },
    )
  } catch (error) {
    await end()
    if (!(error instanceof Unreadable || error instanceof DatabaseRefused)) throw error
    out(toldBy(error, language))
    out(said(counts))
    return 1
  }
  await end()
  if (ask.dryRun) out(words(language).dryRun)
  out(said(counts))
  return 0
}

/** `huisrecht listings import`: brings adverts from elsewhere in. docs/import.md tells how. */
export const importCommand: Command = {
  name: 'listings import',
  usage: 'listings import FILE',
  summary: {
    nl: 'advertenties inlezen uit een bestand: docs/import.md',
    fr: 'importer des annonces d’un fichier : docs/import.md',
    en: 'bring adverts in from a file: docs/import.md',
  },
  async run(p, args, out) {
    try {
      return await run(p, args, out)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      out(toldBy(error, p.config.language))
      out(usageOf({ usage }, p.config.language))
      return 2
    }
  },
}
