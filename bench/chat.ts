// Conversations that are open at once: how long it takes until what is said in one is on the page that follows it, and what each costs in memory.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { percentile } from './load'
import { startSite } from './server'

/** Begins a conversation from a network of its own, as so many visitors would be. Answers its cookie. */
async function begin(url: string, n: number): Promise<string> {
  const answer = await fetch(`${url}/nl/chat`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'x-forwarded-for': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
    body: new URLSearchParams({ text: 'Dag', id: randomUUID() }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`no conversation was begun: ${answer.status}`)
  return cookie
}

/** Follows one over a socket. `said` says something in it, and answers the milliseconds until the page that follows is told. */
async function follow(url: string, cookie: string, n: number) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/nl/chat/events?after=1`, {
    headers: { cookie, origin: url, 'x-forwarded-for': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
  })
  await once(socket, 'open')
  const said = (text: string) =>
    new Promise<number>((done) => {
      const began = performance.now()
      const hear = (data: unknown) => {
        if (!String(data).includes(text)) return
        socket.off('message', hear)
        done(performance.now() - began)
      }
      socket.on('message', hear)
      socket.send(JSON.stringify({ id: randomUUID(), text }))
    })
  return { said, end: () => socket.terminate() }
}

/** `many` conversations open at once, in which `perSecond` messages are said together for `seconds`. */
export async function chat(
  env: Record<string, string>,
  say: (line?: string) => void,
  { many = 500, perSecond = 50, seconds = 20 } = {},
): Promise<void> {
  const site = await startSite({ ...env, TRUST_PROXY: '1' })
  const cookies: string[] = []
  for (let n = 0; n < many; n++) cookies.push(await begin(site.url, n))
  const before = site.megabytes()
  const open = await Promise.all(cookies.map((cookie, n) => follow(site.url, cookie, n)))
  await pause(2000)
  const each = ((site.megabytes() - before) * 1024) / many
  const waiting: Promise<number>[] = []
  for (let n = 0; n < perSecond * seconds; n++) {
    const one = open[n % many]
    if (one) waiting.push(one.said(`bericht ${n} van de meting`))
    await pause(1000 / perSecond)
  }
  const times = await Promise.all(waiting)
  for (const { end } of open) end()
  await site.stop()
  say('## Chat')
  say()
  say(
    `${many} conversations open over sockets, ${perSecond} messages a second in all, each stored, sealed and told through the database:`,
  )
  say()
  say('| | |')
  say('|---|---|')
  for (const [name, share] of Object.entries({ p50: 0.5, p95: 0.95, p99: 0.99 }))
    say(`| from sending to the page that follows, ${name} | ${percentile(times, share).toFixed(0)} ms |`)
  say(`| memory of the program for each open conversation | ${each.toFixed(0)} kB |`)
  say()
}
