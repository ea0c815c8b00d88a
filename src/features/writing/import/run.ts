import { randomUUID } from 'node:crypto'
import { isTaken } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import type { Language } from '../../../std/words'
import { longest } from '../markdown'
import { insertFormerAddresses, insertText, removedOrigins, textOrigins } from '../queries'
import { isFree, keyOf } from '../text'
import { everyHeading } from '../texts'
import { words as deskWords } from '../words'
import { type Attachment, bodyOf } from './body'
import { type Incoming, judge } from './item'
import { picturesFrom } from './pictures'
import { repliesOf, takesReplies } from './replies'
import { TooDeep } from './tree'
import { type Words, words } from './words'
import { type Item, readExport, Unreadable } from './wxr'

export type ImportOf = { file: string; language: Language; pictures: string | undefined; dryRun: boolean; again: boolean }
export type Counts = {
  articles: number
  pages: number
  there: number
  refused: number
  pictures: number
  addresses: number
  replies: number
}

/** So many are told one by one; of more only how many there are. */
const mostTold = 500

/** Keeps to one word in the addresses of each kind: what has one already gets a number behind it. */
async function addresses(p: Platform, language: Language) {
  const taken = new Set(
    (await everyHeading(p, p.db)).filter((one) => one.language === language).map(({ kind, slug }) => `${kind} ${slug}`),
  )
  const names = new Set((await everyHeading(p, p.db)).map(({ kind, name }) => `${kind} ${name}`))
  return {
    slugFor({ kind, slug }: Incoming): string {
      for (let n = 1; ; n++) {
        const one = n === 1 ? slug : `${slug.slice(0, 74)}-${n}`
        if (taken.has(`${kind} ${one}`) || (kind === 'page' && !isFree(one))) continue
        taken.add(`${kind} ${one}`)
        return one
      }
    },
    /** One that is the first of its name is a translation of none. */
    nameFor: (kind: Incoming['kind'], slug: string, id: string) =>
      names.has(`${kind} ${slug}`) ? `${slug.slice(0, 71)}-${id.slice(0, 8)}` : slug,
  }
}

/** The addresses of the site and of its pictures, from reading the file once: whether it is whole is known before anything is written. */
async function overview(file: string) {
  const attachments = new Map<string, Attachment>()
  const { site } = await readExport(file, ({ fields, meta }: Item) => {
    if (fields.type === 'attachment' && fields.file !== '')
      attachments.set(fields.id, {
        src: fields.file,
        alt: (meta.get('_wp_attachment_image_alt') ?? '').trim().slice(0, 300),
        parent: fields.parent,
      })
  })
  return { site, attachments }
}

/** Brings the texts of a file in, each in a transaction of its own. Throws Unreadable where the file is not whole: nothing has come in then. */
export async function importExport(p: Platform, of: ImportOf, tell: (line: string) => void): Promise<Counts> {
  const { language: spoken } = p.config
  const text = words(spoken)
  if (!p.site.languages.includes(of.language))
    throw new Unreadable((said) => said.language(of.language, p.site.languages.join(', ')))
  const { site, attachments } = await overview(of.file)
  const counts: Counts = { articles: 0, pages: 0, there: 0, refused: 0, pictures: 0, addresses: 0, replies: 0 }
  const leftOut = new Map<string, number>()
  const leave = (what: string, times = 1) => leftOut.set(what, (leftOut.get(what) ?? 0) + times)
  let told = 0
  const say = (line: number, title: string, said: string) => {
    if (++told <= mostTold) tell(text.line(line, title, said))
  }
  const whyNot = deskWords(spoken).desk.pictures.refused
  const without = new Map<string, string>()
  const pictures = picturesFrom(p, {
    ...{ folder: of.pictures, site, dryRun: of.dryRun },
    refused: (name, why) =>
      without.set(name, why === 'absent' || why === 'elsewhere' || why === 'folderless' ? text.picture[why] : whyNot[why]),
  })
  const { slugFor, nameFor } = await addresses(p, of.language)
  const known = await textOrigins(p.db)
  const removed = of.again ? new Set<string>() : await removedOrigins(p.db)
  const inFile = new Set<string>()

  async function bring(incoming: Incoming, item: Item): Promise<void> {
    const { line, origin, kind, title, summary, tags, publishAt, notes } = incoming
    const refuse = (why: (text: Words) => string) => {
      counts.refused++
      say(line, title, text.refused(why(text)))
    }
    if (inFile.has(origin)) return refuse((said) => said.why.twice)
    inFile.add(origin)
    if (known.has(origin)) {
      counts.there++
      return
    }
    if (removed.has(origin)) return refuse((said) => said.why.removed)
    const made = await bodyOf(incoming, { site, attachments, pictures }).catch((error: unknown) => {
      if (error instanceof TooDeep) return undefined
      throw error
    })
    if (!made) return refuse((said) => said.why.deep)
    const { body, left } = made
    if (body.trim() === '') return refuse((said) => said.why.empty)
    if (body.length > longest) return refuse((said) => said.why.long)
    const slug = slugFor(incoming)
    if (slug !== incoming.slug) notes.push((said) => said.note.slug(slug))
    if (left.length > 0) notes.push((said) => said.note.left(left.join(', ')))
    const replies = kind === 'article' && takesReplies(p) ? repliesOf(item, publishAt ?? p.clock.now(), of.language) : []
    if (!of.dryRun) {
      const id = randomUUID()
      const row = {
        id,
        kind,
        language: of.language,
        name: nameFor(kind, slug, id),
        slug,
        title,
        summary,
        body,
        tags,
        origin,
        replies: incoming.replies,
      }
      try {
        await p.db.transaction().execute(async (trx) => {
          await insertText(trx, { ...row, stands: null, place: 100, publish_at: publishAt, updated_at: p.clock.now() })
          if (incoming.addresses.length > 0) await insertFormerAddresses(trx, id, incoming.addresses)
          if (replies.length > 0) await p.emit(trx, 'article.imported', { article: keyOf(row), language: of.language, replies })
        })
      } catch (error) {
        // Somebody else wrote at the same time: the same file once more, or a text with this word.
        if (isTaken(error, 'texts_origin_key')) {
          counts.there++
          return
        }
        if (isTaken(error, 'texts_kind_language_slug_key') || isTaken(error, 'texts_kind_language_name_key'))
          return refuse((said) => said.why.busy)
        throw error
      }
    }
    counts[kind === 'article' ? 'articles' : 'pages']++
    counts.addresses += incoming.addresses.length
    counts.replies += replies.length
    if (item.replies.length > replies.length) leave('reply', item.replies.length - replies.length)
    if (incoming.hasAuthor) leave('author')
    if (notes.length > 0) say(line, title, notes.map((note) => note(text)).join('; '))
  }

  await readExport(of.file, async (item) => {
    const judged = judge(item)
    if (judged.as === 'text') await bring(judged.text, item)
    else if (judged.as === 'refused') {
      counts.refused++
      say(judged.line, judged.title, text.refused(judged.why(text)))
    } else if (judged.what !== 'attachment') leave(judged.what)
  })
  if (told > mostTold) tell(text.more(told - mostTold))
  const names = [...without]
  for (const [name, why] of names.slice(0, mostTold)) tell(text.pictureRefused(name, why))
  if (names.length > mostTold) tell(text.more(names.length - mostTold))
  for (const [what, times] of leftOut)
    tell(what === 'author' ? text.authors(times) : what === 'reply' ? text.replies(times) : text.leftOut(times, what))
  counts.pictures = pictures.count()
  return counts
}
