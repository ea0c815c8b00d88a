import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { SaxesParser } from 'saxes'
import { Told } from '../../../platform/told'
import type { Language } from '../../../std/words'
import { type Words, words } from './words'

/** A file that cannot be read, in words for the operator. Nothing of it was written. */
export class Unreadable extends Told {
  readonly code = 'unreadable'
  constructor(say: (text: Words, language: Language) => string) {
    super((language) => say(words(language), language))
  }
}

/** A reply under an article, as the file has it. */
export type Reply = Readonly<Record<'id' | 'author' | 'email' | 'ip' | 'at' | 'text' | 'approved' | 'kind' | 'parent', string>>

/** One thing in the file: an article, a page, a picture, or another of WordPress's. What it does not say is empty. */
export type Item = {
  /** Where it begins. */
  line: number
  fields: Readonly<Record<Field, string>>
  meta: ReadonlyMap<string, string>
  /** The names of its categories and tags. */
  tags: readonly string[]
  replies: readonly Reply[]
}

const fieldOf = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  pubDate: 'pubDate',
  'dc:creator': 'author',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_id': 'id',
  'wp:post_date': 'date',
  'wp:post_date_gmt': 'dateGmt',
  'wp:post_name': 'slug',
  'wp:status': 'status',
  'wp:comment_status': 'replies',
  'wp:post_parent': 'parent',
  'wp:post_type': 'type',
  'wp:post_password': 'password',
  'wp:attachment_url': 'file',
} as const
type Field = (typeof fieldOf)[keyof typeof fieldOf]
const isField = (name: string): name is keyof typeof fieldOf => Object.hasOwn(fieldOf, name)

const replyFieldOf = {
  'wp:comment_id': 'id',
  'wp:comment_author': 'author',
  'wp:comment_author_email': 'email',
  'wp:comment_author_IP': 'ip',
  'wp:comment_date_gmt': 'at',
  'wp:comment_content': 'text',
  'wp:comment_approved': 'approved',
  'wp:comment_type': 'kind',
  'wp:comment_parent': 'parent',
} as const
const isReplyField = (name: string): name is keyof typeof replyFieldOf => Object.hasOwn(replyFieldOf, name)

const noFields = (): Record<Field, string> => ({
  ...{ title: '', link: '', guid: '', pubDate: '', author: '', content: '', excerpt: '', id: '', date: '', dateGmt: '' },
  ...{ slug: '', status: '', replies: '', parent: '', type: '', password: '', file: '' },
})
const noReply = () => ({ id: '', author: '', email: '', ip: '', at: '', text: '', approved: '', kind: '', parent: '' })

/** No field is kept longer than this, in signs: an article of ours has at most a tenth of it. One that is this long is refused as too long. */
export const longestField = 1_000_000
/** Between two marks of XML there is no more than this, in bytes: it is in memory until the second comes. */
const longestPiece = 64 * 1024 * 1024
/** An export nests six deep. */
const deepest = 20
/** What XML forbids and WordPress writes all the same, when somebody pasted it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** A category that says that there is none. */
const noCategory = /^(?:uncategori[sz]ed|geen-categorie|zonder-categorie|non-classe|non-classifiee)$/

/** The encoding that the first line of a file names. */
function decoderFor(path: string, first: Buffer): TextDecoder {
  const [, label = 'utf-8'] =
    /^[^>]*?<\?xml[^>]*\bencoding=["']([\w-]{1,40})["']/.exec(first.subarray(0, 200).toString('latin1')) ?? []
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new Unreadable(({ file }) => file.encoding(path, label))
  }
}

/** What a file says of the site that it comes from. */
type Channel = { version: string; site: string }

/** Gathers what the marks of XML say, one thing at a time. */
function gatherer(each: (item: Item) => void) {
  const channel: Channel = { version: '', site: '' }
  const path: string[] = []
  let item:
    | { line: number; fields: Record<Field, string>; meta: Map<string, string>; tags: Map<string, string>; replies: Reply[] }
    | undefined
  let reply: ReturnType<typeof noReply> | undefined
  let meta = { key: '', value: '' }
  let tag: string | undefined
  let said = ''
  const close = (name: string, depth: number) => {
    if (depth === 3 && name === 'wp:wxr_version') channel.version = said.trim()
    else if (depth === 3 && (name === 'wp:base_blog_url' || (name === 'link' && channel.site === ''))) channel.site = said.trim()
    if (!item) return
    if (depth === 4 && isField(name)) item.fields[fieldOf[name]] = said
    else if (depth === 4 && tag !== undefined && !noCategory.test(tag)) item.tags.set(said.trim().toLowerCase(), said.trim())
    else if (depth === 5 && name === 'wp:meta_key') meta.key = said
    else if (depth === 5 && name === 'wp:meta_value') meta.value = said
    else if (depth === 4 && name === 'wp:postmeta') item.meta.set(meta.key, meta.value)
    else if (depth === 5 && reply && isReplyField(name)) reply[replyFieldOf[name]] = said
    else if (depth === 4 && reply && name === 'wp:comment') {
      item.replies.push(reply)
      reply = undefined
    } else if (depth === 3 && name === 'item') {
      each({ ...item, tags: [...item.tags.values()].filter((one) => one !== '') })
      item = undefined
    }
  }
  return {
    channel,
    open(name: string, attributes: Readonly<Record<string, string>>, line: number) {
      path.push(name)
      said = ''
      tag = undefined
      if (path.length > deepest) throw new Unreadable(({ file }) => file.deep(line))
      if (path.length === 3 && name === 'item') item = { line, fields: noFields(), meta: new Map(), tags: new Map(), replies: [] }
      if (path.length === 4 && name === 'wp:comment') reply = noReply()
      if (path.length === 4 && name === 'wp:postmeta') meta = { key: '', value: '' }
      if (path.length === 4 && name === 'category' && /^(?:category|tag|post_tag)$/.test(attributes.domain ?? ''))
        tag = attributes.nicename ?? ''
    },
    say(text: string) {
      if (said.length < longestField) said += text.slice(0, longestField - said.length)
    },
    close(name: string) {
      close(name, path.length)
      path.pop()
      said = ''
    },
  }
}

/** Reads an export of WordPress from its beginning to its end and tells of each thing in it. XML may declare things of its own to be put in ("entities"),
 *  also from files and from elsewhere: WordPress does not, and a file that does is refused. Throws Unreadable. */
export async function readExport(path: string, each: (item: Item) => Promise<void> | void): Promise<Channel> {
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) throw new Unreadable(({ file }) => file.none(path))
  if (info.size === 0) throw new Unreadable(({ file }) => file.empty(path))
  const parser = new SaxesParser({ xmlns: false, position: true })
  const whole: Item[] = []
  const gathered = gatherer((item) => whole.push(item))
  let since = 0
  parser.on('error', ({ message }) => {
    const { line } = parser
    throw new Unreadable(({ file }) => file.broken(line, message.replace(/^\d+:\d+: /, '')))
  })
  parser.on('doctype', () => {
    const { line } = parser
    throw new Unreadable(({ file }) => file.doctype(line))
  })
  parser.on('opentag', ({ name, attributes }) => {
    since = 0
    gathered.open(name, attributes, parser.line)
  })
  parser.on('closetag', ({ name }) => {
    since = 0
    gathered.close(name)
  })
  parser.on('text', gathered.say)
  parser.on('cdata', gathered.say)
  let decoder: TextDecoder | undefined
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }).replace(forbidden, '') ?? ''
    } catch {
      const { line } = parser
      throw new Unreadable(({ file }) => file.signs(line))
    }
  }
  for await (const bytes of createReadStream(path)) {
    decoder ??= decoderFor(path, bytes)
    parser.write(decode(bytes))
    for (const item of whole.splice(0)) await each(item)
    since += bytes.length
    if (since > longestPiece) {
      const { line } = parser
      throw new Unreadable(({ file }) => file.long(line))
    }
  }
  parser.write(decode())
  parser.close()
  for (const item of whole) await each(item)
  const { channel } = gathered
  if (!/^1\.\d$/.test(channel.version)) throw new Unreadable(({ file }) => file.noExport(path))
  return channel
}
