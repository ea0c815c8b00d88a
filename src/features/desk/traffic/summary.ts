import { networkOf } from '../../../platform/http'
import type { Request } from '../../../platform/traffic'

/** What a network asked in a day. An address of IPv6 counts for its /64, which is one visitor's. */
export type Busy = { network: string; requests: number; refused: number; browsers: number; first: Date; last: Date }

/** More browsers than this from one network is many; which is not counted. */
const manyBrowsers = 20

/** The networks that asked most, the busiest first. `refused`: answers of 400 to 499. */
export async function busiest(requests: AsyncIterable<Request>, limit: number): Promise<Busy[]> {
  const found = new Map<string, Omit<Busy, 'browsers'> & { seen: Set<string> }>()
  for await (const { address, at, status, browser } of requests) {
    const network = networkOf(address)
    const one = found.get(network) ?? { network, requests: 0, refused: 0, seen: new Set(), first: at, last: at }
    one.requests++
    if (status >= 400 && status < 500) one.refused++
    if (one.seen.size < manyBrowsers) one.seen.add(browser)
    if (at < one.first) one.first = at
    if (at > one.last) one.last = at
    found.set(network, one)
  }
  return [...found.values()]
    .toSorted((a, b) => b.requests - a.requests)
    .slice(0, limit)
    .map(({ seen, ...one }) => ({ ...one, browsers: seen.size }))
}

/** What came from the network of an address, the last first; the newest `limit` of them. */
export async function requestsFrom(requests: AsyncIterable<Request>, address: string, limit: number): Promise<Request[]> {
  const network = networkOf(address)
  let found: Request[] = []
  const newest = () => found.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
  for await (const one of requests) {
    if (networkOf(one.address) !== network) continue
    found.push(one)
    if (found.length > 2 * limit) found = newest()
  }
  return newest()
}
