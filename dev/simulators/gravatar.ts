import { createServer } from 'node:http'
import sharp from 'sharp'

/** What Gravatar may do to us: answer well, know nobody, take its time, refuse, break, send us elsewhere, send a page, or a picture that is hostile: one that never
 *  ends, one with more points than memory, a script, one that stops halfway. */
export type Mood = 'well' | 'nobody' | 'slow' | 'busy' | 'down' | 'moved' | 'html' | 'endless' | 'bomb' | 'svg' | 'broken'

const face = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#c65d21' } })

/** Starts Gravatar on a free port of loopback. `asked`: the path and query of each request, and the names of its headers. */
export async function startGravatar() {
  let mood: Mood = 'well'
  let before: () => Promise<unknown> = async () => {}
  const asked: { url: string; headers: string[] }[] = []
  // As a camera writes it: with what is nobody's business beside the picture.
  const photo = await face(96)
    .withExif({ IFD0: { Copyright: 'Geheime Plek' } })
    .jpeg()
    .toBuffer()
  const bomb = await face(5000).png().toBuffer()
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: Object.keys(request.headers) })
    const send = (status: number, type: string, body: string | Buffer) => {
      response.writeHead(status, { 'content-type': type })
      response.end(body)
    }
    const answers: Record<Mood, () => unknown> = {
      well: () => send(200, 'image/jpeg', photo),
      nobody: () => send(404, 'text/plain', '404 Not Found'),
      slow: () => {},
      busy: () => send(429, 'text/html', '<html>Too many requests</html>'),
      down: () => send(503, 'text/html', '<html>Service unavailable</html>'),
      moved: () => response.writeHead(302, { location: '/elsewhere' }).end(),
      html: () => send(200, 'image/jpeg', '<!doctype html><title>Maintenance</title>'),
      endless: () => {
        response.writeHead(200, { 'content-type': 'image/jpeg' })
        response.write(photo.subarray(0, 20))
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 1)));
        }
        response.on('drain', more)
        more()
      },
      bomb: () => send(200, 'image/png', bomb),
      svg: () => send(200, 'image/jpeg', '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'),
      broken: () => send(200, 'image/jpeg', photo.subarray(0, photo.length / 2)),
    }
    const doFirst = before
    before = async () => {}
    void doFirst().then(() => answers[mood]())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    be(next: Mood) {
      mood = next
    },
    /** Does something before it answers next. */
    first(what: () => Promise<unknown>) {
      before = what
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((stopped) => server.close(stopped))
    },
  }
}
