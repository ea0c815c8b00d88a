// Builds dist/ if a source is newer than it. `npm start` calls this, so that two commands suffice.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBasemap } from './basemap.ts'
import { ensureCountries } from './countries.ts'
import { ensurePlaces } from './places.ts'
import { ensureProofs } from './proofs.ts'

const stamp = join('dist', '.built')
const sources = ['src', 'islands', 'public', 'package-lock.json', 'vite.config.ts', 'scripts']

const newest = (path: string): number => {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

ensurePlaces()
ensureCountries()
ensureBasemap()
ensureProofs()
const isFresh = existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...sources.filter((path) => existsSync(path)).map(newest))
if (process.argv.includes('--force') || !isFresh) {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  for (const mode of [[], ['--ssr', 'src/main.ts']])
    execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...mode], { stdio: 'inherit' })
  writeFileSync(stamp, '')
}
