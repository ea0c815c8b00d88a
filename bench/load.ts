// A load from this process: a number of connections, each asking again as soon as it has its answer.
import { Agent, get } from 'node:http'

export type Loaded = { perSecond: number; p50: number; p95: number; failed: number }

const once = (agent: Agent, url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((done, fail) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => done(answer.statusCode ?? 0))
      answer.on('error', fail)
    }).on('error', fail)
  })

export const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Asks `urls` in turn over `connections` for `seconds`, with these headers; times in milliseconds. */
export async function load(
  urls: readonly string[],
  connections: number,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failed = 0
  let at = 0
  const end = performance.now() + seconds * 1000
  const one = async () => {
    while (performance.now() < end) {
      const url = urls[at++ % urls.length] ?? ''
      const started = performance.now()
      const status = await once(agent, url, headers)
      times.push(performance.now() - started)
      if (status !== 200) failed++
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return { perSecond: Math.round(times.length / seconds), p50: percentile(times, 0.5), p95: percentile(times, 0.95), failed }
}

/** Runs `act` for each of `given`, one after another, and answers how long each took in milliseconds. */
export async function timed<T>(given: readonly T[], act: (one: T) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (const one of given) {
    const started = performance.now()
    await act(one)
    times.push(performance.now() - started)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}
