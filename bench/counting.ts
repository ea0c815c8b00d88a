// What it costs that a view is counted: two sites that are the same, of which one counts, asked in turn.
import pg from 'pg'
import { logTo } from '../src/platform/log'
import { openPostgres } from '../src/platform/postgres'
import { load } from './load'
import { type Program, startSite } from './server'

/** A reader from a network whose country is known: nobody is counted without a browser. */
const reader = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'x-forwarded-for': '193.190.198.7',
  referer: 'https://zoek.example/',
}
const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

async function turnOn(dataDir: string): Promise<void> {
  const server = await openPostgres({ dataDir, log: logTo(() => {}) })
  const client = new pg.Client(server.connection)
  await client.connect()
  await client.query('insert into counting (id, since) values (1, now())')
  await client.end()
  await server.stop()
}

/** `room` answers the folders of a new site. */
export async function counting(
  room: () => { DATA_DIR: string; KEYS_DIR: string; DEMO: string },
  connections: number,
  say: (line?: string) => void,
): Promise<void> {
  const [off, on] = [room(), room()]
  const start = (env: Record<string, string>) => startSite({ ...env, TRUST_PROXY: '1' })
  await (await start(on)).stop()
  await turnOn(on.DATA_DIR)
  const [without, counts] = [await start(off), await start(on)]
  say('## Counting')
  say()
  say(
    `A view counted (its day, page, language, country of its network, device and the site that led to it) beside a site that does not count, ${connections} connections, ten turns of 2 s each. What a request costs is the time that the program had of the processor, which other work on the machine hardly changes:`,
  )
  say()
  say('| page | counting off | counting on | a request, off | on | ratio |')
  say('|---|---|---|---|---|---|')
  for (const [name, path] of [
    ['from memory: the statement', '/nl/privacy'],
    ['made for each: the chat', '/nl/chat'],
  ] as const) {
    const turn = async (site: Program) => {
      const before = site.processorSeconds()
      const { perSecond } = await load([`${site.url}${path}`], connections, 2, reader)
      return { perSecond, each: ((site.processorSeconds() - before) * 1e6) / (perSecond * 2) }
    }
    for (const site of [without, counts]) await turn(site)
    const turns: { off: Awaited<ReturnType<typeof turn>>; on: Awaited<ReturnType<typeof turn>> }[] = []
    for (let n = 0; n < 10; n++) turns.push({ off: await turn(without), on: await turn(counts) })
    const of = (which: 'off' | 'on', what: 'perSecond' | 'each') => middle(turns.map((one) => one[which][what]))
    const [a, b] = [of('off', 'each'), of('on', 'each')]
    say(
      `| ${name} | ${of('off', 'perSecond')} a second | ${of('on', 'perSecond')} | ${a.toFixed(0)} µs | ${b.toFixed(0)} µs | ${(b / a).toFixed(2)} |`,
    )
  }
  say()
  say(`Memory after this: ${without.megabytes()} MB without, ${counts.megabytes()} MB with the list of networks.`)
  say()
  await without.stop()
  await counts.stop()
}
