import { Hono } from 'hono'
import sharp from 'sharp'
import type { Platform } from '../platform/feature'
import { type Env, missing } from '../platform/http'
import { page } from '../platform/http/page'
import type { Mailbox } from '../platform/mail/transport'
import { Empty, StyleGuide } from '../ui'
import { type DrawingSpec, renderDrawing } from './demo/drawings'

const isMailbox = (transport: object): transport is Mailbox => 'letters' in transport

/** Text with its links as links. */
const Linked = ({ text }: { text: string }) => (
  <>{text.split(/(https?:\/\/\S+)/).map((part) => (part.startsWith('http') ? <a href={part}>{part}</a> : part))}</>
)

/** The room that the examples of the style guide show. */
const room: DrawingSpec = {
  scene: 'room',
  home: 5,
  seed: 3,
  mood: 'morning',
  surroundings: 'flanders',
  layout: 'desk',
  sizeM2: 16,
  ownBath: false,
}

async function drawRoom(file: string) {
  const [, size = '', ending = ''] = /-(\d+)\.(\w+)$/.exec(file) ?? []
  const width = Number(size)
  const format = ending === 'avif' || ending === 'webp' ? ending : 'jpeg'
  // The least effort: an AVIF of the usual one takes seconds.
  const picture = sharp(await renderDrawing(room, width)).resize(width, (width * 2) / 3)
  const bytes = await picture.toFormat(format, format === 'avif' ? { effort: 0 } : {}).toBuffer()
  return { bytes: new Uint8Array(bytes), type: `image/${format}` }
}

/** Pages for who develops, absent in production: what was mailed, and the style guide. */
export function developmentPages(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const drawn = new Map<string, ReturnType<typeof drawRoom>>()
  app.get('/mail', (c) => {
    const { transport } = p.mail
    if (!isMailbox(transport)) throw missing()
    return page(
      c,
      { title: 'Mail', noindex: true },
      <>
        <h1>Mail</h1>
        {transport.letters.length === 0 && (
          <Empty drawing="letterbox" title="Nothing was mailed yet">
            <p>What the site mails appears here. It is kept in memory and goes when the program stops.</p>
          </Empty>
        )}
        {transport.letters.map((letter) => (
          <article class="card">
            <h2>{letter.subject}</h2>
            <p>
              {letter.to} · {letter.at.toISOString().slice(11, 19)}
            </p>
            <pre class="letter">
              <Linked text={letter.text} />
            </pre>
          </article>
        ))}
      </>,
    )
  })
  app.get('/ui', (c) => page(c, { title: 'Style guide', noindex: true }, <StyleGuide />))
  app.get('/ui/:file{room-(?:480|960)\\.(?:avif|webp|jpg)}', async (c) => {
    const file = c.req.param('file')
    const drawing = drawn.get(file) ?? drawRoom(file)
    drawn.set(file, drawing)
    const { bytes, type } = await drawing
    return c.body(bytes, 200, { 'content-type': type, 'cache-control': 'public, max-age=3600' })
  })
  return app
}
