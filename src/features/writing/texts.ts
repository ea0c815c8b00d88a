import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { TextKind } from '../../register'
import type { Language } from '../../std/words'
import { textsIn } from './folder'
import { type Address, allTexts, bodyOf, hasArticle, publicAt, publicOf, textById } from './queries'
import { type Heading, keyOf, pathTo, stateOf, type Text } from './text'

type Row = Awaited<ReturnType<typeof allTexts>>[number]
const headingOf = ({ publish_at, updated_at, ...row }: Row): Heading => ({ ...row, publishAt: publish_at, changedAt: updated_at })

/** Texts of the folder that no other is written over. */
const notOver = (p: Platform, written: readonly Heading[]): Text[] => {
  const over = new Set(written.map(keyOf))
  return textsIn(p.site).filter((text) => !over.has(keyOf(text)))
}

/** What everybody may read now of a kind: first what was written at the desk, the newest first. */
export async function publicHeadings(p: Platform, db: Db, kind: TextKind): Promise<Heading[]> {
  const now = p.clock.now()
  const written = (await publicOf(db, kind, now)).map(headingOf)
  return [...written, ...notOver(p, written).filter((text) => text.kind === kind && stateOf(text, now) === 'published')]
}

/** What everybody may read now at an address, with its translations; undefined for nothing. */
export async function textAt(
  p: Platform,
  db: Db,
  kind: TextKind,
  address: Address,
): Promise<{ text: Heading; all: Heading[] } | undefined> {
  const now = p.clock.now()
  const isAt = ({ language, slug }: Heading) => language === address.language && slug === address.slug
  const inFolder = textsIn(p.site).filter((text) => text.kind === kind && stateOf(text, now) === 'published')
  const names = inFolder.filter(isAt).map(({ name }) => name)
  const written = (await publicAt(db, kind, address, names, now)).map(headingOf)
  const known = new Set([...names, ...written.map(({ name }) => name)])
  const over = new Set(written.map(keyOf))
  const all = [...written, ...inFolder.filter((text) => known.has(text.name) && !over.has(keyOf(text)))]
  const text = all.find(isAt)
  return text && { text, all }
}

/** What the text with a key is called, of all that there are. */
export const titlesByKey = async (p: Platform, db: Db): Promise<Map<string, string>> =>
  new Map((await everyHeading(p, db)).map((heading) => [keyOf(heading), heading.title]))

/** The articles in a language that everybody may read, the newest first. */
export const articlesIn = async (p: Platform, db: Db, language: Language): Promise<Heading[]> =>
  (await publicHeadings(p, db, 'article'))
    .filter((text) => text.language === language)
    .sort((a, b) => Number(b.publishAt) - Number(a.publishAt))

/** Whether there is one. */
export const hasArticles = async (p: Platform, db: Db, language: Language): Promise<boolean> => {
  const now = p.clock.now()
  const inFolder = (text: Heading) => text.kind === 'article' && text.language === language && stateOf(text, now) === 'published'
  return textsIn(p.site).some(inFolder) || hasArticle(db, language, now)
}

/** The paths of a text in the languages that it is in. */
export const translationsOf = (text: Heading, all: readonly Heading[]): Partial<Record<Language, string>> =>
  Object.fromEntries(all.filter(({ name }) => name === text.name).map((one) => [one.language, pathTo(one)]))

/** A text with its body. Undefined when it went in the meantime. */
export async function whole(p: Platform, db: Db, heading: Heading): Promise<Text | undefined> {
  if (heading.id === null) return textsIn(p.site).find((text) => keyOf(text) === keyOf(heading))
  const body = await bodyOf(db, heading.id)
  return body === undefined ? undefined : { ...heading, body }
}

/** All that there is, for who writes: first what was written at the desk, what was changed last first. */
export async function everyHeading(p: Platform, db: Db): Promise<Heading[]> {
  const written = (await allTexts(db)).map(headingOf)
  return [...written, ...notOver(p, written)]
}

/** A text that was written at the desk. */
export async function textAtDesk(db: Db, id: string): Promise<(Text & { id: string }) | undefined> {
  const row = await textById(db, id)
  return row && { ...headingOf(row), id: row.id, body: row.body }
}
