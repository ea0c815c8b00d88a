import type { FormerReply, Platform } from '../../../platform/feature'
import { email as emailField } from '../../../platform/forms'
import type { Language } from '../../../std/words'
import { lineOf, momentOf } from './item'
import { treeOf, wordsIn } from './tree'
import { words } from './words'
import type { Item, Reply } from './wxr'

/** More signs than anybody types. */
const longest = 10_000

const textOf = (html: string): string =>
  wordsIn(treeOf(html.replace(/<br\s*\/?>\s*|<\/p>\s*/gi, '\n')))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

function formerReply(
  { id, author, email, ip, at, text, parent }: Reply,
  published: Date,
  language: Language,
): FormerReply | undefined {
  const body = textOf(text)
  if (body === '' || body.length > longest) return undefined
  const address = emailField().safeParse(email)
  return {
    id,
    answers: parent,
    name: lineOf(author).slice(0, 60).trim() || words(language).nameless,
    email: address.success ? address.data : null,
    ip: /^[\da-f.:]{3,45}$/i.test(ip.trim()) ? ip.trim() : null,
    body,
    at: momentOf(at, 'UTC') ?? published,
  }
}

/** Whether the site keeps replies under its articles. */
export const takesReplies = (p: Platform): boolean => p.features.some(({ on }) => on?.['article.imported'] !== undefined)

/** What was public there under an article: neither what waited or was refused, nor what other sites sent by themselves ("pingbacks"). Those that answer come after
 *  what they answer. */
export const repliesOf = ({ replies }: Item, published: Date, language: Language): FormerReply[] =>
  replies
    .filter(({ approved, kind }) => approved.trim() === '1' && /^(?:comment)?$/.test(kind.trim()))
    .flatMap((reply) => formerReply(reply, published, language) ?? [])
    .sort((a, b) => Number(a.id) - Number(b.id))
