import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Lets Node run our TypeScript, whose imports leave the extension to the bundler. */
const hook = `import { registerHooks } from 'node:module'
registerHooks({ resolve(name, context, next) {
  if (!name.startsWith('.')) return next(name, context)
  for (const end of ['', '.ts', '/index.ts']) try { return next(name + end, context) } catch {}
  return next(name, context)
} })`

/** What Node is given before such a file, to run it as a program of its own. */
export const asProgram = ['--no-warnings', '--import', `data:text/javascript,${encodeURIComponent(hook)}`]

type Said = { event?: string; started?: boolean; saved?: number; count?: number; last?: number; failed?: string }

/** Starts program.fixture.ts on `dataDir`; `as` is the user to run it under. */
export function runProgram(dataDir: string, as: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [...asProgram, fileURLToPath(new URL('program.fixture.ts', import.meta.url)), dataDir], {
    ...as,
    cwd: '/',
  })
  const said: Said[] = []
  let rest = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) said.push(JSON.parse(line))
    child.emit('said')
  })
  child.stderr.on('data', (text) => {
    errors += text
  })
  const exited = once(child, 'exit').then(() => child.emit('said'))
  return {
    said,
    order: (order: 'write' | 'count' | 'stop') => child.stdin.write(`${order}\n`),
    /** Waits for a line with this field; throws if the program ends before. */
    async hear<K extends keyof Said>(key: K): Promise<NonNullable<Said[K]>> {
      for (;;) {
        const found = said.find((line) => line[key] !== undefined)?.[key]
        if (found !== undefined) return found
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The program ended without ${key}: ${errors}`)
        await once(child, 'said')
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.stdin.write('stop\n')
      await exited
      return errors
    },
  }
}
