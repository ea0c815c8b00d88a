import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { TextKind } from '../../register'
import type { Language } from '../../std/words'
import { textsIn } from './folder'
import { allTexts, bodyOf, hasArticle, publicOf, textById } from './queries'
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
