import { z } from 'zod'
import type { Site } from '../../platform/site'
import { Told } from '../../platform/told'
import { because, wrongIn } from '../../platform/wrong'
import type { TextKind } from '../../register'
import { isLanguage, type Language } from '../../std/words'
import { longest } from './markdown'
import { home, isFree, slug, stands, type Text, tagsOf } from './text'
import { words } from './words'

/** What stands between `---` above a text: a key and what it says on each line. */
const head = z.strictObject({
  title: z.string().min(1).max(120),
  summary: z.string().max(300).default(''),
  /** The word in the address, where that is not the name of the file. */
  slug: slug.optional(),
  in: z.enum(stands).optional(),
  place: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .default(100),
  /** The day from which an article is public. */
  date: z.iso.date().optional(),
  tags: z.string().max(200).default('').transform(tagsOf),
  replies: z
    .enum(['open', 'closed'])
    .default('open')
    .transform((said) => said === 'open'),
})
const file = z.strictObject({
  head,
  body: z
    .string()
    .max(longest)
    .refine(
      (body) => body.trim() !== '',
      because((language) => words(language).files.empty),
    ),
})

/** A file of a text that cannot be used: what is wrong with it. */
export class WrongText extends Told {
  readonly code = 'wrong_text'
}

/** The keys above a text, and the text. */
function parted(content: string): { head: Record<string, string>; body: string } | undefined {
  const [, above, body] = /^\uFEFF?---\r?\n(.*?)^---\r?\n(.*)$/ms.exec(content) ?? []
  if (above === undefined || body === undefined) return undefined
  const lines = above.split(/\r?\n/).filter((line) => line.trim() !== '')
  return {
    head: Object.fromEntries(
      lines.map((line) => {
        const at = line.indexOf(':')
        return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
      }),
    ),
    body,
  }
}

/** "…/pages/about.nl.md": its kind, its name and its language. */
function placed(path: string): { kind: TextKind; name: string; language: Language } | undefined {
  const [, folder, name = '', language] = /(pages|articles)[/\\]([^/\\]+)\.(\w+)\.md$/.exec(path) ?? []
  if (!folder || !isLanguage(language) || !slug.safeParse(name).success) return undefined
  return { kind: folder === 'pages' ? 'page' : 'article', name, language }
}

/** When a day begins in Brussels. */
const dayBegins = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Brussels' }).epochMilliseconds)

type Files = Pick<Site, 'texts' | 'languages'>

function read({ texts, languages }: Files): Text[] {
  const wrong: ((language: Language) => string[])[] = []
  const known = new Map<string, string>()
  const found = texts.flatMap(({ file: path, content }): Text[] => {
    const refuse = (say: (text: ReturnType<typeof words>['files']) => string): Text[] => {
      wrong.push((language) => [`${path}: ${say(words(language).files)}`])
      return []
    }
    const at = placed(path)
    if (!at || !languages.includes(at.language)) return refuse((text) => text.name(languages.join(', ')))
    const given = parted(content)
    if (!given) return refuse((text) => text.head)
    const checked = file.safeParse(given)
    if (!checked.success) {
      wrong.push((language) => wrongIn(file, given, language).map((one) => `${path}: ${one}`))
      return []
    }
    const { title, summary, place, date, tags, replies, in: where = null, slug: word = at.name } = checked.data.head
    const address = `${at.kind} ${at.language} ${word}`
    const other = known.get(address)
    if (other) return refuse((text) => text.twice(word, other))
    known.set(address, path)
    if (at.kind === 'page' && at.name !== home && !isFree(word)) return refuse((text) => text.taken(word))
    const publishAt = date ? dayBegins(date) : new Date(0)
    const { body } = checked.data
    return [
      { ...at, id: null, slug: word, title, summary, body, tags, publishAt, changedAt: null, stands: where, place, replies },
    ]
  })
  if (wrong.length > 0)
    throw new WrongText((language) =>
      [words(language).files.wrong, ...wrong.flatMap((say) => say(language)).map((one) => `- ${one}`)].join('\n'),
    )
  return found
}

const known = new WeakMap<object, Text[]>()
/** The texts in the folder of a site. Throws WrongText, which names the file and what is wrong in it. */
export function textsIn(site: Files): Text[] {
  const texts = known.get(site) ?? read(site)
  known.set(site, texts)
  return texts
}
