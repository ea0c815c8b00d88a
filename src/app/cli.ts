import { configFrom } from '../platform/config'
import type { Command } from '../platform/feature'
import { demoCommands } from './demo/commands'
import { featuresOf } from './features'
import { loadSite, openPlatform } from './open'
import { serveWeb } from './web'

/** Verbs that are not a feature's. */
const own: Command[] = [...demoCommands]

const usage = (commands: readonly Command[]): string =>
  [
    'huisrecht <verb>',
    '',
    `${'  web'.padEnd(52)}serve the site`,
    ...commands.map((command) => `  ${command.usage}`.padEnd(52) + command.summary),
  ].join('\n')

/** Runs what the command line says. Answers the exit code; throws what the operator must know. */
export async function runCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  out: (line: string) => void,
): Promise<number> {
  const config = configFrom(env)
  const [verb = 'web'] = args
  if (verb === 'web') return serveWeb(config, out)
  const site = await loadSite(config.site)
  const commands = [...own, ...featuresOf(site.features).flatMap((feature) => feature.commands ?? [])]
  const command = commands
    .filter((one) => one.name.split(' ').every((word, at) => args[at] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) {
    out(usage(commands))
    return verb === 'help' || verb === '--help' ? 0 : 2
  }
  const p = await openPlatform(config, { site })
  try {
    return await command.run(p, args.slice(command.name.split(' ').length), out)
  } finally {
    await p.close()
  }
}
