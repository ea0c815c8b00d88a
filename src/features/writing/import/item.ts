import type { TextKind } from '../../../register'
import { zone } from '../../../std/written'
import { slugOf, tagsOf } from '../text'
import { addressesOf } from './links'
import { treeOf, wordsIn } from './tree'
import type { Words } from './words'
import { type Item, longestField } from './wxr'

type Say = (text: Words) => string
/** A text of the file as it is to come in, but for its body, which is HTML still. */
export type Incoming = {
  line: number
  /** What it is called where it comes from, by which it comes in once. */
  origin: string
  kind: TextKind
  title: string
  slug: string
  summary: string
  tags: string[]
  publishAt: Date | null
  html: string
  /** The address of its page, against which links in it are read. */
  here: string
  addresses: string[]
  /** The picture that stands above it, by its number. */
  thumbnail: string | undefined
  id: string
  hasAuthor: boolean
  /** Whether one may reply to it. */
  replies: boolean
  notes: Say[]
}
export type Judged =
  | { as: 'text'; text: Incoming }
  | { as: 'refused'; line: number; title: string; why: Say }
  /** What is no text of a site: menus, settings, earlier versions, what was thrown away. */
  | { as: 'leftOut'; what: string }

const kindOf: Readonly<Record<string, TextKind>> = { post: 'article', page: 'page' }
/** What WordPress keeps beside texts. A kind that is not among them belongs to a plug-in, and may well be a text: it is named, and refused. */
const besides =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*|elementor_library|wpcf7_contact_form)$/

/** One line of words: no HTML, no signs that are not seen. */
export const lineOf = (html: string): string =>
  wordsIn(treeOf(html))
    .normalize('NFC')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ')
    .trim()
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`

/** "2019-05-04 10:00:00" in UTC, or where the site is. Undefined for what is no moment. */
export function momentOf(said: string, timeZone: string): Date | undefined {
  const [, day, time] = /^((?:19|20)\d\d-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(said.trim()) ?? []
  if (!day || !time) return undefined
  try {
    const at = Temporal.PlainDate.from(day, { overflow: 'reject' }).toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from(time),
    })
    return new Date(at.epochMilliseconds)
  } catch {
    return undefined
  }
}

/** From when everybody may read it: what needed a password or a sign-in there is a draft here. Undefined when its date cannot be read. */
function publicFrom({ status, password, dateGmt, date }: Item['fields'], notes: Say[]): Date | null | undefined {
  if (status !== 'publish' && status !== 'future') {
    if (status === 'private' || status === 'pending') notes.push((text) => text.note.notPublic)
    return null
  }
  if (password !== '') {
    notes.push((text) => text.note.password)
    return null
  }
  return momentOf(dateGmt, 'UTC') ?? momentOf(date, zone)
}

/** What comes of a thing in the file. */
export function judge({ line, fields, meta, tags: named }: Item): Judged {
  const title = lineOf(fields.title)
  const refuse = (why: Say): Judged => ({ as: 'refused', line, title: shortened(title, 80), why })
  const kind = kindOf[fields.type]
  if (!kind)
    return besides.test(fields.type)
      ? { as: 'leftOut', what: fields.type }
      : refuse((text) => text.why.kind(fields.type.slice(0, 40)))
  if (/^(?:trash|auto-draft|inherit)$/.test(fields.status)) return { as: 'leftOut', what: fields.status }
  const origin = (fields.guid.trim() || fields.link.trim()).slice(0, 500)
  if (origin === '') return refuse((text) => text.why.nameless)
  if (fields.content.length >= longestField) return refuse((text) => text.why.long)
  if (fields.content.trim() === '') return refuse((text) => text.why.empty)
  if (title === '') return refuse((text) => text.why.untitled)
  const notes: Say[] = []
  const publishAt = publicFrom(fields, notes)
  if (publishAt === undefined) return refuse((text) => text.why.date(shortened(lineOf(fields.dateGmt || fields.date), 40)))
  if (title.length > 120) notes.push((text) => text.note.title)
  const summary = lineOf(fields.excerpt)
  if (summary.length > 300) notes.push((text) => text.note.summary)
  let slug = ''
  try {
    slug = slugOf(decodeURIComponent(fields.slug))
  } catch {
    // What is no encoding of anything is no word either: the title makes one.
  }
  // The desk takes so many signs of tags.
  const tags = tagsOf(named.map((name) => lineOf(name).replaceAll(',', ' ')).join(','))
  const kept = tags.filter((_, at) => tags.slice(0, at + 1).join(', ').length <= 200)
  if (kept.length < tags.length) notes.push((text) => text.note.tags)
  const text: Incoming = {
    ...{ line, origin, kind, publishAt, notes, id: fields.id, here: fields.link },
    title: shortened(title, 120),
    slug: slug || slugOf(title) || `text-${fields.id.replace(/\D/g, '') || line}`,
    summary: shortened(summary, 300),
    tags: kind === 'article' ? kept : [],
    html: fields.content.normalize('NFC').replace(/[\u202a-\u202e\u2066-\u2069]/g, ''),
    addresses: addressesOf(fields.link, fields.guid, fields.id),
    thumbnail: meta.get('_thumbnail_id'),
    hasAuthor: fields.author.trim() !== '',
    replies: kind === 'article' && fields.replies.trim() === 'open',
  }
  return { as: 'text', text }
}
