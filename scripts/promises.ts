// Which promise is proved by which tests, and how they ended the last time: `npm run promises`, after `npm test`.
import { existsSync } from 'node:fs'
import { lastProofs, type Proof } from './results.ts'

/** The promises of the two statements (K, Q), and those that follow from the law (G). */
const all = [
  ...Array.from({ length: 37 }, (_, at) => `K${at + 1}`),
  ...Array.from({ length: 19 }, (_, at) => `Q${at + 1}`),
  ...Array.from({ length: 12 }, (_, at) => `G${at + 1}`),
]

const proofs = lastProofs().filter(({ file }) => existsSync(file))
const naming = (id: string): Proof[] => proofs.filter(({ name }) => new RegExp(`\\b${id}\\b`).test(name))
const brief = process.argv.includes('--brief')

for (const id of all) {
  const found = naming(id)
  const failed = found.filter(({ passed }) => !passed)
  const sign = found.length === 0 ? '–' : failed.length > 0 ? '✗' : '✓'
  console.log(
    `${sign} ${id.padEnd(4)}${found.length === 0 ? 'no proof yet' : `${found.length} proofs${failed.length > 0 ? `, ${failed.length} failed` : ''}`}`,
  )
  if (!brief)
    for (const { file, name, passed, at } of found)
      console.log(`      ${passed ? '✓' : '✗'} ${file}: ${name} (${at.slice(0, 16).replace('T', ' ')})`)
}
const proved = all.filter((id) => naming(id).length > 0 && naming(id).every(({ passed }) => passed))
console.log(`\n${proved.length} of ${all.length} promises are proved. ${proofs.length === 0 ? 'Run npm test first.' : ''}`)
process.exitCode = proofs.some(({ passed }) => !passed) ? 1 : 0
