import { parseArgs } from 'node:util'
import { Unreadable } from './file'
import type { Publish } from './write'

export const usage = 'listings import FILE [--mapping MAP] [--source NAME] [--publish lawful|all] [--dry-run] [--report FILE]'

export type Asked = {
  file: string
  mapping: string | undefined
  source: string | undefined
  publish: Publish
  dryRun: boolean
  report: string | undefined
}

/** What was typed after "listings import". Throws Unreadable with what does not hold. */
export function asked(args: readonly string[]): Asked {
  const read = () => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          mapping: { type: 'string' },
          source: { type: 'string' },
          publish: { type: 'string', default: 'lawful' },
          'dry-run': { type: 'boolean', default: false },
          report: { type: 'string' },
        },
      })
    } catch (error) {
      throw new Unreadable(() => (error instanceof Error ? error.message : String(error)))
    }
  }
  const { values, positionals } = read()
  const [file, ...more] = positionals
  if (file === undefined) throw new Unreadable((text) => text.whichFile)
  if (more.length > 0) throw new Unreadable((text) => text.oneFile(more.join(', ')))
  const { mapping, source, publish, report } = values
  if (publish !== 'lawful' && publish !== 'all') throw new Unreadable((text) => text.publish(publish))
  if (source !== undefined && (source.trim() === '' || source.length > 60)) throw new Unreadable((text) => text.sourceName)
  return { file, mapping, source: source?.trim(), publish, dryRun: values['dry-run'], report }
}
