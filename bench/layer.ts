// What keeping people's data as the statement says costs: the program beside one that is built without it, for this measurement alone. No switch of
// the product turns it off.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build, type Plugin } from 'vite'
import { percentile } from './load'
import { freePort } from './server'

const replaced = new Map(
  [
    ['src/platform/vault/seal.ts', 'bench/without/seal.ts'],
    ['src/platform/vault/index.ts', 'bench/without/vault.ts'],
    ['src/platform/egress.ts', 'bench/without/egress.ts'],
  ].map(([from = '', to = '']) => [resolve(from), resolve(to)]),
)
const without: Plugin = {
  name: 'without',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer || importer.startsWith(resolve('bench/without'))) return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    return replaced.get(found?.id ?? '') ?? null
  },
}

type Site = { name: string; url: string; cookie: string; thread: string; adverts: string[]; child: ChildProcess }

async function siteOf(name: 'with' | 'without', folder: string): Promise<Site> {
  const outDir = resolve('dist/bench-layer', name)
  await build({ logLevel: 'warn', plugins: name === 'without' ? [without] : [], build: { ssr: 'bench/layer-site.ts', outDir } })
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys'), DEMO: '0', PORT: String(port) }
  const child = spawn(process.execPath, [join(outDir, 'layer-site.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface(child.stdout))
    if (line.startsWith('{"cookie"')) return { name, child, url: `http://127.0.0.1:${port}`, ...JSON.parse(line) }
  throw new Error(`the program ${name} ended at its start`)
}

async function asked({ url, cookie }: Site, path: string, fields?: Record<string, string>): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url + path, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  })
  await answer.arrayBuffer()
  if (answer.status !== (fields ? 303 : 200)) throw new Error(`${path} answered ${answer.status}`)
  return performance.now() - began
}

const text = 'Dag, ik begin in februari aan mijn master en zoek een rustige kamer. Is ze nog vrij?'
type Act = { what: string; act(site: Site, n: number): Promise<number> }
const acts: readonly Act[] = [
  { what: 'search', act: (site, n) => asked(site, `/nl/rooms?where=leuven&max=${900 + n}`) },
  { what: 'an advert', act: (site, n) => asked(site, `/nl/rooms/${site.adverts[n % 100]}`) },
  { what: 'my messages', act: (site) => asked(site, '/nl/messages') },
  { what: 'a thread of some 50 messages', act: (site) => asked(site, `/nl/messages/${site.thread}`) },
  { what: 'my data', act: (site) => asked(site, '/nl/account/data') },
  { what: 'sending a message', act: (site) => asked(site, `/nl/messages/${site.thread}`, { text }) },
  { what: 'sending a reply', act: (site, n) => asked(site, `/nl/rooms/${site.adverts[100 + n]}/reply`, { text }) },
]

/** Says what pages and writes take with and without it: one request to each in turn, so that whatever else the machine does hits both. */
export async function layer(say: (line?: string) => void, times = 150): Promise<void> {
  const folders = ['with', 'without'].map((name) => mkdtempSync(join(tmpdir(), `huisrecht-bench-${name}-`)))
  const sites = [await siteOf('with', folders[0] ?? ''), await siteOf('without', folders[1] ?? '')] as const
  say('## With and without')
  say()
  say(
    `Beside the same program built without seals, keys, the ledger of disclosures and its rules (\`bench/without\`), signed in, ${times} requests to each in turn, median:`,
  )
  say()
  say('| | with | without | more |')
  say('|---|---|---|---|')
  const ms = (n: number) => `${n.toFixed(1)} ms`
  for (const { what, act } of acts) {
    for (let n = 0; n < 20; n++) for (const site of sites) await act(site, 500 + n)
    const taken = new Map<Site, number[]>(sites.map((site) => [site, []]))
    for (let n = 0; n < times; n++)
      for (const site of n % 2 === 0 ? sites : sites.toReversed()) taken.get(site)?.push(await act(site, n))
    const [on = 0, off = 0] = sites.map((site) => percentile(taken.get(site) ?? [], 0.5))
    say(`| ${what} | ${ms(on)} | ${ms(off)} | ${ms(on - off)}, ${((100 * (on - off)) / off).toFixed(0)} % |`)
  }
  say()
  for (const { child } of sites) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
