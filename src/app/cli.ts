import { configFrom } from '../platform/config'
import type { Command } from '../platform/feature'
import { auditCommand } from './audit/command'
import { demoCommands } from './demo/commands'
import { featuresOf } from './features'
import { loadSite, openPlatform } from './open'
import { errands } from './operate'
import { setUp } from './setup'
import { serveWeb } from './web'

/** Verbs that are not a feature's. */
const own: Command[] = [...demoCommands, auditCommand]

const usage = (commands: readonly Pick<Command, 'usage' | 'summary'>[]): string =>
  [
    'huisrecht <verb>',
    '',
    `${'  web'.padEnd(52)}serve the site`,
    `${'  setup'.padEnd(52)}ask what a site needs, and write its folder and settings`,
    ...commands.map((command) => `  ${command.usage}`.padEnd(52) + command.summary),
  ].join('\n')

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
    out(usage([...errands, ...commands]))
    return verb === 'help' || verb === '--help' ? 0 : 2
  }
  const p = await openPlatform(config, { site })
  try {
    return await command.run(p, args.slice(command.name.split(' ').length), out)
  } finally {
    await p.close()
  }
}
