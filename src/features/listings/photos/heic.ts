import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** HEIC is decoded by WebAssembly, which takes a second or more: in a thread of its own, so that the site goes on answering. */
const work = `
const { parentPort, workerData } = require('node:worker_threads')
require(workerData.module)({ buffer: workerData.bytes, format: 'JPEG', quality: 0.95 })
  .then((jpeg) => parentPort.postMessage(new Uint8Array(jpeg)))
`
const patience = 30_000

/** A HEIC photo in, a JPEG out, turned as it was taken and without anything else that the file told. Throws for what does not decode. */
export function jpegOfHeic(bytes: Uint8Array): Promise<Uint8Array> {
  const module = createRequire(import.meta.url).resolve('heic-convert')
  // What the decoder says of a broken file is not for our log.
  const worker = new Worker(work, { eval: true, workerData: { module, bytes }, stdout: true, stderr: true })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const late = setTimeout(() => reject(new Error('a photo took too long')), patience)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('a photo ended its thread')))
  return promise.finally(() => {
    clearTimeout(late)
    void worker.terminate()
  })
}
