import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { configFrom } from '../../platform/config'
import { connect } from '../../platform/db'
import { logTo } from '../../platform/log'
import { startScratchServer } from '../../platform/postgres/scratch'
import { openPlatform } from '../open'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' databases are made, and the keys that the template was made with. */
    scratch: { template: string; keys: string; admin: string }
  }
}

type Prepared = { scratch: { template: string; keys: string; admin: string }; end(): Promise<void> }

/** One server for the whole run; each test file gets a copy of a template that has the schema of the kot site. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!process.env.TESTS) {
    const { scratch, end } = await prepare()
    project.provide('scratch', scratch)
    return end
  }
  // Mutants are tried in one process, hundreds of runs after each other: what the first made serves all. The next scratch server sweeps it.
  const known: Promise<Prepared> = Reflect.get(process, keptAs) ?? prepare()
  Reflect.set(process, keptAs, known)
  project.provide('scratch', (await known).scratch)
}
const keptAs = Symbol.for('huisrecht.scratch')

async function prepare(): Promise<Prepared> {
  const server = await startScratchServer()
  const keys = await mkdtemp(join(tmpdir(), 'huisrecht-keys-'))
  const template = `huisrecht_template_${process.pid}`
  await server.dropDatabase(template)
  const address = await server.createDatabase(template)
  const config = configFrom({ KEYS_DIR: keys, DATA_DIR: keys, DEMO: '0' })
  const end = async () => {
    await server.dropDatabase(template)
    await server.stop()
    await rm(keys, { recursive: true, force: true })
  }
  try {
    const platform = await openPlatform(config, { connection: connect(address), log: logTo(() => {}) })
    await platform.close()
  } catch (error) {
    await end()
    throw error
  }
  return { scratch: { template, keys, admin: JSON.stringify(server.admin) }, end }
}
