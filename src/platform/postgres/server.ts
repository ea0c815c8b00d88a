import { execFile, spawn } from 'node:child_process'
import { closeSync, fchmodSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Account } from './account'
import { environment, seenBy } from './cluster'

const run = promisify(execFile)

/**
 * What holds for every start, whatever postgresql.conf says: no network, a socket inside the data folder, which is the server's alone, and a log
 * without the values that people typed. An ERROR quotes them in its very text ("invalid input syntax for type integer: …"), so errors are not
 * logged at all (`log` ranks above `error`); the program that caused one is told.
 */
const fixed = {
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  cluster_name: 'huisrecht',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
}

/** Stands on the command line of each server of ours: a process id in postmaster.pid may by now be that of anything. */
const badge = (folder: string) => `huisrecht.folder=${folder}`

const commandLine = async (pid: number): Promise<string[]> => {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  const { stdout } = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.split(/ -c |\n/)
}

/** The process that postmaster.pid names, and whether it is the living server of this folder; undefined without such a file. `folder`: absolute, without links. */
export async function postmaster(folder: string): Promise<{ pid: number; alive: boolean } | undefined> {
  const file = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(file, 10)
  return pid > 0 ? { pid, alive: (await commandLine(pid)).includes(badge(folder)) } : undefined
}

/** A server that was started; `said` is what it wrote into the log, once it has ended. */
export type Start = { pid: number | undefined; said: string | undefined }

const oneMegabyte = 1_000_000

/** Starts the server of `folder`, detached from this program. `logFile` is cut when it is above 1 MB. */
export async function startServer(
  folder: string,
  bin: string,
  account: Account,
  logFile: string,
  more: Record<string, string>,
): Promise<Start> {
  // PostgreSQL believes that whoever has the process id of a killed server is that server (likely after the restart of a container), unless the id is
  // that of the "grandparent" that started it. Its own check of shared memory still protects the files from a server that does live.
  const left = await postmaster(folder)
  const impostor = left !== undefined && !left.alive ? { PG_GRANDPARENT_PID: String(left.pid) } : {}
  const log = openSync(logFile, 'a+', 0o600)
  fchmodSync(log, 0o600)
  if (fstatSync(log).size > oneMegabyte) ftruncateSync(log)
  const from = fstatSync(log).size
  const settings = Object.entries({ ...more, ...fixed }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const child = spawn(join(bin, 'postgres'), ['-D', seenBy(account, folder), ...settings, '-c', badge(folder)], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...environment, ...impostor },
  })
  child.unref()
  const start: Start = { pid: child.pid, said: undefined }
  const end = (error?: Error) => {
    if (start.said !== undefined) return
    const text = Buffer.alloc(20_000)
    const length = readSync(log, text, 0, text.length, from)
    closeSync(log)
    start.said = error === undefined ? text.toString('utf8', 0, length) : error.message
  }
  child.once('error', end)
  child.once('exit', () => end())
  return start
}

/** Ends the server of `folder` and waits until it is gone; open transactions are rolled back. Answers false if there was none of ours. */
export async function endServer(folder: string, patience = 60_000): Promise<boolean> {
  const server = await postmaster(folder)
  if (!server?.alive) return false
  process.kill(server.pid, 'SIGINT')
  const hard = Date.now() + patience
  for (let asked = false; (await commandLine(server.pid)).includes(badge(folder)); await pause(5)) {
    if (asked || Date.now() < hard) continue
    process.kill(server.pid, 'SIGQUIT') // Nothing is lost: the next start recovers from the WAL.
    asked = true
  }
  return true
}
