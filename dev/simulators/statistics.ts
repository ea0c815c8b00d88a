import { createServer } from 'node:http'

/** What it was asked, and by whom. */
export type Heard = { path: string; cookie: string | undefined; body: string }

const script = (self: string) => `document.cookie = '_tel=1; Max-Age=7776000; path=/';
document.cookie = '_tel_' + Date.now() + '=1; path=/';
localStorage.setItem('tel.visitor', '1');
sessionStorage.setItem('tel.page.' + location.pathname, '1');
indexedDB.open('telraam').onsuccess = (event) => event.target.result.close();
fetch('${self}/collect', { method: 'POST', mode: 'no-cors', body: location.pathname });`

/** 1 × 1, transparent. */
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** A service that measures visits, as one loads it into a page: a script that sets cookies, leaves keys and reports, and a pixel. */
export function statisticsSimulator(): Promise<{ url: string; heard: Heard[]; close(): void }> {
  const heard: Heard[] = []
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      heard.push({ path: request.url ?? '', cookie: request.headers.cookie, body })
      const open = {
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'no-store',
      }
      if (request.url === '/measure.js')
        answer.writeHead(200, { ...open, 'content-type': 'text/javascript' }).end(script(`http://${request.headers.host}`))
      else if (request.url === '/pixel.gif') answer.writeHead(200, { ...open, 'content-type': 'image/gif' }).end(gif)
      else answer.writeHead(204, open).end()
    })
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      const port = typeof at === 'object' && at ? at.port : 0
      done({ url: `http://127.0.0.1:${port}`, heard, close: () => server.close() })
    })
  })
}
