import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Language } from '../../../std/words'
import type { Law } from '../law'
import type { Judged } from './judge'
import { words } from './words'

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** More different notes than this would be a second copy of the file. */
const mostNotes = 200

/** What is told of a run: each refused line with its reasons, on the screen and in a file (CSV: line, id, reason) if one is named; at the end
 *  how often each thing was noted. */
export async function reportTo(out: (line: string) => void, path: string | undefined, law: Law, language: Language) {
  let file: WriteStream | undefined
  if (path !== undefined) {
    file = createWriteStream(path)
    await once(file, 'open')
    file.write('line,id,reason\n')
  }
  const notes = new Map<string, number>()
  const count = (note: string) => {
    if (notes.has(note) || notes.size < mostNotes) notes.set(note, (notes.get(note) ?? 0) + 1)
  }
  const against = new Map<string, number>()
  return {
    judged(one: Judged) {
      for (const note of one.notes) count(note)
      if (one.ok) for (const id of one.advert.against) against.set(id, (against.get(id) ?? 0) + 1)
      else {
        const reason = one.reasons.join('; ')
        out(words(language).line(one.line, one.id, reason))
        file?.write(`${[String(one.line), one.id ?? '', reason].map(cell).join(',')}\n`)
      }
    },
    summary() {
      for (const [note, times] of [...notes].sort(([, a], [, b]) => b - a)) out(`${times} × ${note}`)
      for (const { id, why } of law) if (against.has(id)) out(`${against.get(id)} × ${id}: ${why[language]}`)
    },
    async close() {
      file?.end()
      if (file) await finished(file)
    },
  }
}
