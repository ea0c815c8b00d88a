// A program of its own that erases a person and is killed at a step of it: SIGKILL, which nothing can catch. For tests.
// A step is a statement to the database, a commit that is sent and not answered yet, what goes to the file of the ledger, a file that is removed.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { systemClock } from '../platform/clock'
import { connect } from '../platform/db'
import { fileFolder } from '../platform/files'
import { openJobs } from '../platform/jobs'
import { ledgerIn } from '../platform/ledger'
import { logTo } from '../platform/log'
import { vaultOver } from '../platform/vault'
import { epochsOf } from '../platform/vault/epochs'
import { keyFolder } from '../platform/vault/provider'
import { erase } from './erase'

const { database, dataDir, keysDir, person, step: last } = JSON.parse(process.argv[2] ?? '')

let steps = 0
let begun = false
/** Counts a step, and is the last thing this program does when it is the one. */
function step(): void {
  if (begun && ++steps === last) process.kill(process.pid, 'SIGKILL')
}

const query = pg.Client.prototype.query
function counted(this: pg.Client, ...given: unknown[]): unknown {
  step()
  const answer = Reflect.apply(query, this, given)
  if (given[0] === 'commit') step()
  return answer
}
Object.defineProperty(pg.Client.prototype, 'query', { value: counted })

const log = logTo(() => {})
const connection = connect(database)
const keys = keyFolder(keysDir)
const root = await keys.root()
if (!root) throw new Error('there are no keys')
const jobs = await openJobs(connection, [], log)
const files = fileFolder(join(dataDir, 'files'))
const p = {
  config: { dataDir, keysDir },
  site: { features: [], recipients: {} },
  features: [],
  clock: systemClock,
  connection,
  db: connection.db,
  vault: vaultOver(root, epochsOf(keys), () => {}),
  keys,
  ledger: ledgerIn(keysDir, systemClock),
  jobs,
  log,
  files: {
    ...files,
    async remove(path: string) {
      step()
      await files.remove(path)
      step()
    },
  },
}

const handle = await open(keysDir)
const handles = Object.getPrototypeOf(handle)
await handle.close()
const { writeFile, sync } = handles
async function written(this: object, text: string): Promise<void> {
  step()
  // Half of a line is what a power cut leaves.
  const half = Math.floor(text.length / 2)
  await Reflect.apply(writeFile, this, [text.slice(0, half)])
  step()
  await Reflect.apply(writeFile, this, [text.slice(half)])
}
async function synced(this: object): Promise<void> {
  step()
  await Reflect.apply(sync, this, [])
  step()
}
Object.assign(handles, { writeFile: written, sync: synced })

begun = true
await Reflect.apply(erase, undefined, [p, person])
process.exit()
