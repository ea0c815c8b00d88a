import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

/** HEIC is decoded by WebAssembly, which takes seconds and some 13 bytes a pixel: in a process of its own, which gives the memory back when it ends,
 *  and which a system that runs out of it ends before the site. */
const work = `
const [, heic, sharp, width, height] = process.argv
try { require('node:fs').writeFileSync('/proc/self/oom_score_adj', '1000') } catch {}
const chunks = []
process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
  const { data, ...raw } = await require(heic)({ buffer: Buffer.concat(chunks) })
  const resized = require(sharp)(data, { raw: { ...raw, channels: 4 } })
    .resize({ width: Number(width), height: Number(height), fit: 'inside', withoutEnlargement: true })
  process.stdout.write(await resized.png({ compressionLevel: 1 }).toBuffer())
})
`
const patience = 60_000
const run = promisify(execFile)
const here = createRequire(import.meta.url)

/** A HEIC photo in, a PNG out, no larger than `most` in pixels, turned as it was taken and without anything else that the file told. Throws for what
 *  does not decode. */
export async function pngOfHeic(bytes: Uint8Array, most: { width: number; height: number }): Promise<Uint8Array> {
  const decoder = here.resolve('heic-decode')
  // No setting of ours goes along, and what the decoder says of a broken file is not for our log.
  const running = run(process.execPath, ['-e', work, decoder, here.resolve('sharp'), String(most.width), String(most.height)], {
    encoding: 'buffer',
    env: {},
    timeout: patience,
    killSignal: 'SIGKILL',
    maxBuffer: 32 * 2 ** 20,
  })
  // It may end before it has read all; its exit says so.
  running.child.stdin?.on('error', () => {}).end(bytes)
  return (await running).stdout
}
