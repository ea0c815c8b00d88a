import { lstatSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logTo } from '../log'
import { accountFor } from './account'
import { findPackage, linkLibraries, type Package, runnable } from './package'

const asRoot = process.getuid?.() === 0
const silent = logTo(() => {})
const none = (): never => {
  throw new Error('not found')
}

describe('finding the package', () => {
  test('says which machines have no embedded server, and what to do there', async () => {
    for (const machine of ['win32-x64', 'linux-riscv64', 'freebsd-x64']) {
      await expect(findPackage(machine)).rejects.toMatchObject({
        code: 'unsupported',
        message: expect.stringMatching(`${machine}.*DATABASE_URL`),
      })
    }
  })
  test('says how to install one that is missing', async () => {
    await expect(findPackage(undefined, none)).rejects.toMatchObject({
      code: 'no-package',
      message: expect.stringContaining('npm ci'),
    })
  })
  test('knows its version', async () => {
    expect(await findPackage()).toMatchObject({ major: '18', version: expect.stringMatching(/^18\./) })
  })
})

describe('a package whose install script was blocked', () => {
  let room = ''
  let copy: Package
  beforeAll(async () => {
    room = await mkdtemp(join(tmpdir(), 'huisrecht-package-'))
    await chmod(room, 0o755)
    const real = await findPackage()
    copy = { ...real, folder: join(room, 'package') }
    await cp(real.folder, copy.folder, {
      recursive: true,
      filter: (source) => !lstatSync(source).isSymbolicLink(),
    })
  })
  afterAll(() => rm(room, { recursive: true, force: true }))

  test('gets its links, and then runs where it is', async () => {
    const wanted: { target: string }[] = JSON.parse(await readFile(join(copy.folder, 'native/pg-symlinks.json'), 'utf8'))
    expect(wanted.length).toBeGreaterThan(5)
    await expect(stat(join(copy.folder, wanted[0]!.target))).rejects.toThrow('ENOENT')
    expect(await runnable(copy, await accountFor(room), room, silent)).toBe(join(copy.folder, 'native/bin'))
    for (const { target } of wanted) expect((await stat(join(copy.folder, target))).isFile()).toBe(true)
    await linkLibraries(copy.folder)
  })

  test.runIf(asRoot)('is copied to where its user can reach it, once', async () => {
    await chmod(copy.folder, 0o700)
    const events: string[] = []
    const log = logTo((line) => events.push(JSON.parse(line).event))
    const shelf = join(room, 'shelf')
    const account = await accountFor(room)
    const bin = join(shelf, `postgresql-${copy.version}/native/bin`)
    expect(await Promise.all([runnable(copy, account, room, log, shelf), runnable(copy, account, room, log, shelf)])).toEqual([
      bin,
      bin,
    ])
    const made = await stat(bin)
    await mkdir(join(shelf, `postgresql-${copy.version}.new-999999999-killed`))
    expect(await runnable(copy, account, room, log, shelf)).toBe(bin)
    expect(await stat(bin)).toMatchObject({ ino: made.ino })
    expect(await readdir(shelf)).toEqual([`postgresql-${copy.version}`])
    expect(events).toEqual(['postgres.copied', 'postgres.copied'])
  })

  test.runIf(process.platform === 'linux')('that cannot run at all says why, and is not copied', async () => {
    await rm(join(copy.folder, 'native/lib/libicudata.so.60.2'))
    await expect(runnable(copy, await accountFor(room), room, silent, join(room, 'another shelf'))).rejects.toMatchObject({
      code: 'cannot-run',
      message: expect.stringMatching(/libicudata.*DATABASE_URL/s),
    })
    if (asRoot) expect(await readdir(join(room, 'another shelf'))).toEqual([])
  })
})
