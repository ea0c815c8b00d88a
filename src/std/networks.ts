// Which range of addresses of the internet an address is in.

const byte = '(0|[1-9]\\d{0,2})'
const four = new RegExp(`^(?:::ffff:)?${[byte, byte, byte, byte].join('\\.')}$`, 'i')
const groups = '[\\da-f]{1,4}(?::[\\da-f]{1,4}){0,6}'
/** Of the internet: 2000::/3. */
const six = new RegExp(`^(?=[23][\\da-f]{3}:)(?<head>${groups})(?:(?<zeros>::)(?<tail>${groups})?|(?<last>:[\\da-f]{1,4}))$`, 'i')
const groupsOf = (part: string | undefined): string[] => (part ? part.split(':') : [])

/** An address as a number to compare with others: IPv4 all of it; IPv6 its first 48 bits, of which nothing smaller is given out to a network, and which are
 *  above every IPv4. Undefined for what is no address of the internet. */
export function numberOf(address: string): number | undefined {
  const bytes = four.exec(address)?.slice(1).map(Number)
  if (bytes) return bytes.every((one) => one < 256) ? bytes.reduce((sum, one) => sum * 256 + one) : undefined
  const { head, zeros, tail, last } = six.exec(address)?.groups ?? {}
  const [before, after] = [groupsOf(head), groupsOf(tail ?? last?.slice(1))]
  const left = 8 - before.length - after.length
  if (!head || (zeros ? left < 1 : left !== 0)) return undefined
  const all = [...before, ...Array<string>(left).fill('0'), ...after]
  return all.slice(0, 3).reduce((sum, group) => sum * 0x1_0000 + Number.parseInt(group, 16), 0)
}

/** What begins at each number, until the next begins: of `names` the one with this index; the first is no name. */
export type Ranges = { names: readonly string[]; starts: Float64Array; which: Uint8Array }

/** The ranges of lines "first address,last address,NAME". What begins in a range that was there before it begins after it. Throws RangeError for a line that is
 *  none. */
export function rangesFrom(lines: Iterable<string>): Ranges {
  const read = [...lines].flatMap((line) => {
    if (line.trim() === '') return []
    const [first = '', last = '', name = ''] = line.trim().replaceAll('"', '').split(',')
    const [from, until] = [numberOf(first), numberOf(last)]
    if (from === undefined || until === undefined || until < from || !/^[A-Z]{2}$/.test(name)) throw new RangeError('no range')
    return [{ from, until, name }]
  })
  read.sort((a, b) => a.from - b.from)
  const names = ['', ...new Set(read.map(({ name }) => name))]
  const index = new Map(names.map((name, n) => [name, n]))
  const [starts, which]: [number[], number[]] = [[], []]
  const begin = (at: number, name: string) => {
    const one = index.get(name) ?? 0
    if (one === (which.at(-1) ?? 0)) return
    starts.push(at)
    which.push(one)
  }
  let next = 0
  for (const { from, until, name } of read) {
    if (until < next) continue
    if (from > next) begin(next, '')
    begin(Math.max(from, next), name)
    next = until + 1
  }
  begin(next, '')
  return { names, starts: Float64Array.from(starts), which: Uint8Array.from(which) }
}

/** The name of the range that an address is in; undefined where there is none. */
export function nameAt({ names, starts, which }: Ranges, address: string): string | undefined {
  const at = numberOf(address)
  if (at === undefined) return undefined
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return names[which[low - 1] ?? 0] || undefined
}
