import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What the operator did that the program cannot see by itself: days alone, in DATA_DIR/marks. */
const mark = z.object({ at: z.iso.datetime(), of: z.string().default('') })
type Mark = { at: Date; of: string }
export type MarkName = 'backup' | 'key-copy'

const fileOf = (dataDir: string, name: MarkName) => join(dataDir, 'marks', `${name}.json`)

/** Writes down that it was done at this moment; `of` says of what, for comparing later. */
export async function leaveMark(dataDir: string, name: MarkName, at: Date, of = ''): Promise<void> {
  await mkdir(join(dataDir, 'marks'), { recursive: true, mode: 0o700 })
  const file = fileOf(dataDir, name)
  await writeFile(`${file}.new`, JSON.stringify({ at: at.toISOString(), of }))
  await rename(`${file}.new`, file)
}

/** When it was done last. Undefined: never, or the mark cannot be read. */
export async function markOf(dataDir: string, name: MarkName): Promise<Mark | undefined> {
  const text = await readFile(fileOf(dataDir, name), 'utf8').catch(() => '')
  try {
    const { at, of } = mark.parse(JSON.parse(text))
    return { at: new Date(at), of }
  } catch {
    return undefined
  }
}
