import { configFrom } from '../platform/config'
import type { Command } from '../platform/feature'
import { Told, usageOf } from '../platform/told'
import { isLanguage, type Language, languageFrom } from '../std/words'
import { auditCommand } from './audit/command'
import { demoCommands } from './demo/commands'
import { featuresOf } from './features'
import { loadSite, openPlatform } from './open'
import { type Errand, errands } from './operate'
import { setUp } from './setup'
import { serveWeb } from './web'
import { words } from './words'

/** Verbs that are not a feature's. */
const own: Command[] = [...demoCommands, auditCommand]

type Verb = { usage: string; summary: string }
/** What the program can do besides `verbs`, which are the site's. */
const allOf = (verbs: readonly (Command | Errand)[], language: Language): Verb[] => {
  const text = words(language)
  return [
    { usage: 'web', summary: text.web },
    { usage: 'setup', summary: text.setup },
    { usage: 'help', summary: text.help },
    ...verbs.map(({ usage, summary }) => ({ usage, summary: summary[language] })),
  ]
}

/** Lines of at most so many characters, broken at spaces. */
const folded = (text: string, width: number): string[] =>
  [...text.matchAll(new RegExp(`(.{1,${width}})(?: |$)`, 'g'))].map(([, line = '']) => line)

/** What can be typed, and below each what it does: a terminal of 80 columns holds it. */
const listOf = (verbs: readonly Verb[], language: Language): string =>
  [
    words(language).usage,
    ...verbs.flatMap(({ usage, summary }) => [
      '',
      ...folded(usage, 72).map((line, at) => (at === 0 ? '  ' : '      ') + line),
      ...folded(summary, 72).map((line) => `      ${line}`),
    ]),
  ].join('\n')

/** The language that every verb speaks: as asked with --lang, else that of who runs the program. */
export const spokenIn = (args: readonly string[], env: NodeJS.Dict<string>): Language => {
  const asked = args.map((arg, at) => (arg === '--lang' ? args[at + 1] : /^--lang=(.*)/.exec(arg)?.[1])).find(isLanguage)
  return asked ?? languageFrom(env)
}

const withoutLanguage = (args: readonly string[]): string[] =>
  args.filter((arg, at) => !/^--lang(?:=|$)/.test(arg) && args[at - 1] !== '--lang')

/** Runs a verb. Throws Told, with how it is to be typed, for an option that it does not have. */
async function run<V extends { usage: string }>(verb: V, work: (verb: V) => Promise<number>): Promise<number> {
  try {
    return await work(verb)
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    const option = /'(-[^' ,=]+)/.exec(error.message)?.[1] ?? ''
    throw new Told((language) => words(language).strange(option, usageOf(verb, language)))
  }
}

/** Runs what the command line says. Answers the exit code; throws what the operator must know. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  out: (line: string) => void,
): Promise<number> {
  if (args[0] === 'setup') return setUp(args.slice(1), env, out)
  const language = spokenIn(args, env)
  const config = configFrom(env, language)
  const typed = withoutLanguage(args)
  const [verb = 'web'] = typed
  const isTyped = ({ name }: { name: string }) => name.split(' ').every((word, at) => typed[at] === word)
  const restOf = ({ name }: { name: string }) => typed.slice(name.split(' ').length)
  if (verb === 'web') return serveWeb(config, out)
  const errand = errands.find(isTyped)
  if (errand) return run(errand, (errand) => errand.run(config, restOf(errand), out))
  const site = await loadSite(config.site)
  const commands = [...own, ...featuresOf(site.features).flatMap((feature) => feature.commands ?? [])]
  const command = commands.filter(isTyped).sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) {
    out(listOf(allOf([...errands, ...commands], language), language))
    return verb === 'help' || verb === '--help' ? 0 : 2
  }
  const p = await openPlatform(config, { site })
  try {
    return await run(command, (command) => command.run(p, restOf(command), out))
  } finally {
    await p.close()
  }
}
