import { z } from 'zod'
import type { TextKind, TextStands } from '../../register'
import type { Language } from '../../std/words'

export const kinds = ['page', 'article'] as const satisfies readonly TextKind[]
/** Where a page is led to from every other one. */
export const stands = ['menu', 'foot'] as const satisfies readonly TextStands[]

/** A page or an article in one language, but for its body. Those with the same kind and name are translations of each other. */
export type Heading = {
  /** Of one that was written at the desk. */
  id: string | null
  kind: TextKind
  name: string
  language: Language
  slug: string
  title: string
  summary: string
  tags: readonly string[]
  stands: TextStands | null
  /** Its place there: the lowest first. */
  place: number
  /** Of an article: whether one may reply to it, on a site with replies. */
  replies: boolean
  /** Public from then on; never, when it is null. */
  publishAt: Date | null
  /** When it was last changed at the desk. */
  changedAt: Date | null
}
/** The same with its body, in Markdown. */
export type Text = Heading & { body: string }

/** The page that stands at the beginning of the site. */
export const home = 'home'

/** Words in addresses, and names of texts. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** A title as a word in an address: "À propos de nous" gives "a-propos-de-nous". */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '')

/** "Toegankelijk, Wet" as two tags, each once. */
export const tagsOf = (typed: string): string[] => [
  ...new Map(
    typed
      .split(',')
      .map((tag) => tag.trim().replace(/\s+/g, ' '))
      .filter((tag) => slugOf(tag) !== '')
      .map((tag) => [slugOf(tag), tag]),
  ).values(),
]

/** The first words of the addresses that the program has itself: a page of that name would never be seen. pages.test.ts finds one that is missing. */
const taken = new Set([
  ...['account', 'adverts', 'alerts', 'api', 'assets', 'avatars', 'blog', 'chat', 'confirm', 'confirm-email', 'decisions'],
  ...['desk', 'dev'],
  ...[
    'favourites',
    'forgot-password',
    'forms',
    'health',
    'human-look',
    'messages',
    'metrics',
    'new-password',
    'newsletter',
    'photos',
  ],
  ...['pictures', 'privacy', 'ranking', 'register', 'replies', 'rooms', 'share', 'shortlists', 'sign-in', 'sign-out', 'sources'],
  ...['schemas', 'statistics', 'nl', 'fr', 'en', home],
])
/** Whether a page can have this address. */
export const isFree = (word: string): boolean => !taken.has(word)

export const pathTo = ({ kind, name, language, slug: word }: Pick<Heading, 'kind' | 'name' | 'language' | 'slug'>): string =>
  kind === 'article' ? `/${language}/blog/${word}` : name === home ? `/${language}` : `/${language}/${word}`

/** The articles about something. */
export const tagPath = (language: Language, tag: string): string => `/${language}/blog/tags/${slugOf(tag)}`

/** One text, whichever of the two places it is in. */
export const keyOf = ({ kind, name, language }: Pick<Heading, 'kind' | 'name' | 'language'>): string =>
  `${kind} ${language} ${name}`

export type State = 'draft' | 'scheduled' | 'published'
/** How a text stands at a moment: its time alone says it. */
export const stateOf = ({ publishAt }: Pick<Heading, 'publishAt'>, now: Date): State =>
  publishAt === null ? 'draft' : publishAt > now ? 'scheduled' : 'published'
