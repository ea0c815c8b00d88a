import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '../http/env'
import { Refusal } from '../http/refusal'
import { readForm } from './index'

const app = new Hono<Env>()
app.post('/', async (c) => {
  const { typed, files } = await readForm(c, 100_000)
  return c.json({ typed, files: Object.entries(files).map(([name, all]) => [name, all.map((file) => file.size)]) })
})
app.onError((error, c) => c.text('', error instanceof Refusal ? error.status : 500))

const post = (body: RequestInit['body'], headers: Record<string, string> = {}) => {
  const init: RequestInit = { method: 'POST', body, headers, duplex: 'half' }
  return app.request('http://localhost/', init)
}
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

test('a form is read: one text, several of a name, files; empty files are none', async () => {
  const form = new FormData()
  for (const [name, value] of [
    ['a', '1'],
    ['b', 'x'],
    ['b', 'y'],
  ] as const)
    form.append(name, value)
  form.append('photos', new File(['abc'], 'a.jpg'))
  form.append('photos', new File([], 'b.jpg'))
  expect(await (await post(form)).json()).toEqual({ typed: { a: '1', b: ['x', 'y'] }, files: [['photos', [3]]] })
  expect(await (await post('a=1&b=%F0%9F%98%80', urlencoded)).json()).toEqual({ typed: { a: '1', b: '😀' }, files: [] })
})

test('what says that it is too large is refused before it is read', async () => {
  expect((await post('a=1', { ...urlencoded, 'content-length': '100001' })).status).toBe(413)
})

test('what does not say how large it is, is cut off while it comes in', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(out) {
      sent += 10_000
      out.enqueue(new Uint8Array(10_000).fill(97))
      if (sent > 50_000_000) out.close()
    },
  })
  expect((await post(endless, urlencoded)).status).toBe(413)
  expect(sent).toBeLessThan(1_000_000)
})

test('what is no form has nothing in it, and a broken one is refused', async () => {
  expect(await (await post('{}', { 'content-type': 'application/json' })).json()).toEqual({ typed: {}, files: [] })
  expect((await post('--x', { 'content-type': 'multipart/form-data; boundary=y' })).status).toBe(415)
})
