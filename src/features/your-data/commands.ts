import { parseArgs } from 'node:util'
import type { Command } from '../../platform/feature'
import { statementFacts, sweep, versionOf } from '../../privacy'
import { isLanguage } from '../../std/words'
import { addToLog } from './log-file'
import { publishNow, statementPending, toldIn } from './published'
import { words } from './words'

export const commands: Command[] = [
  {
    name: 'statement',
    usage: 'statement [nl|fr|en]',
    summary: {
      nl: 'de feiten van de privacyverklaring als JSON tonen',
      fr: 'afficher les faits de la déclaration de vie privée en JSON',
      en: 'print the facts of the privacy statement as JSON',
    },
    async run(p, [given], out) {
      const language = isLanguage(given) ? given : (p.site.languages[0] ?? 'en')
      out(JSON.stringify({ version: versionOf(p), language, ...statementFacts(p, language) }, null, 2))
      return 0
    },
  },
  {
    name: 'statement changes',
    usage: 'statement changes [nl|fr|en]',
    summary: {
      nl: 'zeggen wat er voor mensen zou veranderen als de verklaring nu verscheen',
      fr: 'dire ce qui changerait pour les gens si la déclaration paraissait maintenant',
      en: 'say what would change for people, were the statement published now',
    },
    async run(p, [given], out) {
      const language = isLanguage(given) ? given : p.config.language
      const pending = await statementPending(p)
      for (const line of pending ? toldIn(pending, language) : [words(language).verbs.asPublished]) out(line)
      return 0
    },
  },
  {
    name: 'statement publish',
    usage: 'statement publish [--file FILE]',
    summary: {
      nl: 'de privacyverklaring publiceren zoals ze nu is, en iedereen inlichten die het aangaat',
      fr: 'publier la déclaration de vie privée telle qu’elle est, et prévenir tous ceux que cela concerne',
      en: 'publish the privacy statement as it is now, and have everybody told whom its changes concern',
    },
    async run(p, args, out) {
      const { language } = p.config
      const text = words(language).verbs
      const { file } = parseArgs({ args: [...args], options: { file: { type: 'string' } } }).values
      if (file) {
        // The log of the register in a checkout: nobody is told, and no database is asked.
        const added = addToLog(p, file)
        for (const line of added ? toldIn(added, language) : [text.nothingToAdd]) out(line)
        return 0
      }
      const version = await publishNow(p)
      if (!version) out(text.asPublished)
      else {
        out(text.published(version.number))
        for (const line of toldIn(version, language)) out(line)
        if (version.weight !== 'editorial') out(text.everybody)
      }
      return 0
    },
  },
  {
    name: 'sweep',
    usage: 'sweep',
    summary: {
      nl: 'nu wissen wat voorbij is, zoals anders elk uur en elke nacht',
      fr: 'effacer maintenant ce qui est échu, comme chaque heure et chaque nuit',
      en: 'delete now what is over, as the hourly and nightly jobs do',
    },
    async run(p, _args, out) {
      for (const [name, deleted] of Object.entries(await sweep(p))) out(`${name.padEnd(24)}${deleted}`)
      return 0
    },
  },
]
