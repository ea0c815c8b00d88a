import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lastProofs } from './results.ts'

/**
 * Lists which tests prove which promise, and how they ended the last time that they ran here, into src/features/your-data/proofs/proofs.data.json:
 * the statement shows it. A test that was not run here is listed by its title alone.
 */
const dataFile = join(import.meta.dirname, '../src/features/your-data/proofs/proofs.data.json')
const named = /\b[KQG]\d{1,2}\b/g
const title = /\b(?:describe|test|it)(?:\.each\([\w.[\]]*\))?\(\s*(?:'((?:\\.|[^'\\])*)'|`([^`]*)`|"([^"]*)")/g

export type ListedProof = { ids: string[]; file: string; name: string; passed?: boolean; at?: string }

const idsIn = (name: string) => [...new Set(name.match(named) ?? [])]
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return /\.(?:test|spec)\.tsx?$/.test(entry.name) ? [path] : []
  })

/** The titles in a test file that name a promise. */
export const titlesIn = (text: string): string[] =>
  [...text.matchAll(title)]
    .map(([, single, ticked, double]) => (single ?? ticked ?? double ?? '').replaceAll("\\'", "'"))
    .filter((one) => idsIn(one).length > 0)

/** Every proof, of the tests that are there. */
export function listProofs(root = '.'): ListedProof[] {
  const results = Map.groupBy(lastProofs(), ({ file }) => file)
  return ['src', 'e2e', 'scripts']
    .flatMap((folder) => (existsSync(join(root, folder)) ? filesIn(join(root, folder)) : []))
    .map((path) => relative(root, path))
    .sort()
    .flatMap((file): ListedProof[] => {
      const titles = titlesIn(readFileSync(join(root, file), 'utf8'))
      // Of a result whose title is no more nothing is shown.
      const found = (results.get(file) ?? []).filter(({ name }) =>
        titles.some((one) => name.includes(one.replace(/%.*/, '').trim())),
      )
      return found.length > 0
        ? found.map(({ name, passed, at }) => ({ ids: idsIn(name), file, name, passed, at: at.slice(0, 16) }))
        : titles.map((name) => ({ ids: idsIn(name), file, name }))
    })
}

/** Writes the list if it is another than the one that is there. */
export function ensureProofs(): void {
  const text = JSON.stringify(listProofs(), null, 1)
  if (existsSync(dataFile) && readFileSync(dataFile, 'utf8') === text) return
  const half = `${dataFile}.${process.pid}`
  writeFileSync(half, text)
  renameSync(half, dataFile)
}
