// The only file that does something when it is imported: serves the site, or runs one verb of the command line.
import { runCommand, spokenIn } from './app/cli'
import { toldBy } from './platform/told'

const args = process.argv.slice(2)
runCommand(args, process.env, (line) => process.stdout.write(`${line}\n`)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${toldBy(error, spokenIn(args, process.env))}\n`)
    process.exitCode = 1
  },
)
