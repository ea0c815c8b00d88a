import { configFrom } from '../platform/config'
import type { Command } from '../platform/feature'
import { isLanguage, type Language } from '../std/words'
import { auditCommand } from './audit/command'
import { demoCommands } from './demo/commands'
import { featuresOf } from './features'
import { loadSite, openPlatform } from './open'
import { errands } from './operate'
import { setUp } from './setup'
import { serveWeb } from './web'

/** Verbs that are not a feature's. */
const own: Command[] = [...demoCommands, auditCommand]

type Verb = Pick<Command, 'usage' | 'summary'>
const always: readonly Verb[] = [
  {
    usage: 'web',
    summary: { nl: 'de site openen', fr: 'servir le site', en: 'serve the site' },
  },
  {
    usage: 'setup [--lang nl|fr|en]',
    summary: {
      nl: 'vragen wat een site nodig heeft, en haar map en instellingen schrijven',
      fr: 'demander ce qu’il faut à un site, et écrire son dossier et ses réglages',
      en: 'ask what a site needs, and write its folder and settings',
    },
  },
  {
    usage: 'help [--lang nl|fr|en]',
    summary: { nl: 'deze lijst tonen', fr: 'afficher cette liste', en: 'print this list' },
  },
]

/** Lines of at most so many characters, broken at spaces. */
const folded = (text: string, width: number): string[] =>
  [...text.matchAll(new RegExp(`(.{1,${width}})(?: |$)`, 'g'))].map(([, line = '']) => line)

/** What can be typed, and below each what it does: a terminal of 80 columns holds it. */
const usage = (verbs: readonly Verb[], language: Language): string =>
  [
    { nl: 'huisrecht <opdracht>', fr: 'huisrecht <commande>', en: 'huisrecht <verb>' }[language],
    ...[...always, ...verbs].flatMap(({ usage, summary }) => [
      '',
      ...folded(usage, 72).map((line, at) => (at === 0 ? '  ' : '      ') + line),
      ...folded(summary[language], 72).map((line) => `      ${line}`),
    ]),
  ].join('\n')

/** The language that a verb is to speak: as asked with --lang, else that of who runs the program. */
const spokenIn = (args: readonly string[], language: Language): Language => {
  const asked = args[args.indexOf('--lang') + 1]
  return args.includes('--lang') && isLanguage(asked) ? asked : language
}

/** Runs what the command line says. Answers the exit code; throws what the operator must know. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  out: (line: string) => void,
): Promise<number> {
  const [verb = 'web'] = args
  if (verb === 'setup') return setUp(args.slice(1), env, out)
  const config = configFrom(env)
  if (verb === 'web') return serveWeb(config, out)
  const errand = errands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word))
  if (errand) return errand.run(config, args.slice(errand.name.split(' ').length), out)
  const site = await loadSite(config.site)
  const commands = [...own, ...featuresOf(site.features).flatMap((feature) => feature.commands ?? [])]
  const command = commands
    .filter((one) => one.name.split(' ').every((word, at) => args[at] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) {
    out(usage([...errands, ...commands], spokenIn(args, config.language)))
    return verb === 'help' || verb === '--help' ? 0 : 2
  }
  const p = await openPlatform(config, { site })
  try {
    return await command.run(p, args.slice(command.name.split(' ').length), out)
  } finally {
    await p.close()
  }
}
