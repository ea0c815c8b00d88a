import type { Command } from '../../platform/feature'
import { statementFacts, sweep, versionOf } from '../../privacy'
import { isLanguage } from '../../std/words'

export const commands: Command[] = [
  {
    name: 'statement',
    usage: 'statement [nl|fr|en]',
    summary: 'print the facts of the privacy statement as JSON',
    async run(p, [given], out) {
      const language = isLanguage(given) ? given : (p.site.languages[0] ?? 'en')
      out(JSON.stringify({ version: versionOf(p), language, ...statementFacts(p, language) }, null, 2))
      return 0
    },
  },
  {
    name: 'sweep',
    usage: 'sweep',
    summary: 'delete now what is over, as the hourly and nightly jobs do',
    async run(p, _args, out) {
      for (const [name, deleted] of Object.entries(await sweep(p))) out(`${name.padEnd(24)}${deleted}`)
      return 0
    },
  },
]
