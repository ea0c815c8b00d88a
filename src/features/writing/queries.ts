import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import { isStopped } from '../../platform/people'
import type { Database, TextKind } from '../../register'
import type { Language } from '../../std/words'

const heading = [
  'id',
  'kind',
  'name',
  'language',
  'slug',
  'title',
  'summary',
  'tags',
  'stands',
  'place',
  'replies',
  'publish_at',
  'updated_at',
] as const

/** What is public of a kind at a moment, without the bodies, the newest first. */
export const publicOf = (db: Db, kind: TextKind, now: Date) =>
  db
    .selectFrom('texts')
    .select(heading)
    .where('kind', '=', kind)
    .where('publish_at', '<=', now)
    .orderBy('publish_at', 'desc')
    .orderBy('id')
    .execute()

/** What is public of a kind under the name of the text at an address, or under one of these names: a text with its translations. */
export const publicAt = (db: Db, kind: TextKind, { language, slug }: Address, names: readonly string[], now: Date) =>
  db
    .selectFrom('texts')
    .select(heading)
    .where('kind', '=', kind)
    .where('publish_at', '<=', now)
    .where((is) =>
      is.or([
        ...(names.length > 0 ? [is('name', 'in', names)] : []),
        is(
          'name',
          'in',
          is
            .selectFrom('texts as at')
            .select('at.name')
            .where('at.kind', '=', kind)
            .where('at.language', '=', language)
            .where('at.slug', '=', slug)
            .where('at.publish_at', '<=', now),
        ),
      ]),
    )
    .orderBy('publish_at', 'desc')
    .orderBy('id')
    .execute()
export type Address = { language: Language; slug: string }

/** Whether there is an article to read in a language. */
export const hasArticle = async (db: Db, language: Language, now: Date): Promise<boolean> =>
  (await db
    .selectFrom('texts')
    .select('id')
    .where('kind', '=', 'article')
    .where('language', '=', language)
    .where('publish_at', '<=', now)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Everything that was written at the desk, what was changed last first. */
export const allTexts = (db: Db) => db.selectFrom('texts').select(heading).orderBy('updated_at', 'desc').orderBy('id').execute()

export const bodyOf = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.selectFrom('texts').select('body').where('id', '=', id).executeTakeFirst())?.body

export const textById = (db: Db, id: string) =>
  db
    .selectFrom('texts')
    .select([...heading, 'body'])
    .where('id', '=', id)
    .executeTakeFirst()

export type TextRow = NonNullable<Awaited<ReturnType<typeof textById>>>

/** The same, while nobody else changes it: to be asked in a transaction. */
export const lockText = (db: Db, id: string) =>
  db
    .selectFrom('texts')
    .select([...heading, 'body'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The one of the desk that has this address, public or not. */
export const textWithSlug = (db: Db, kind: TextKind, { language, slug }: Address) =>
  db
    .selectFrom('texts')
    .select([...heading, 'body'])
    .where('kind', '=', kind)
    .where('language', '=', language)
    .where('slug', '=', slug)
    .executeTakeFirst()

export const insertText = (db: Db, row: Insertable<Database['texts']>) => db.insertInto('texts').values(row).execute()

export const updateText = (db: Db, id: string, set: Updateable<Database['texts']>) =>
  db.updateTable('texts').set(set).where('id', '=', id).execute()

/** Deletes one; of one that was imported it stays known that it is gone. */
export async function deleteText(db: Db, id: string): Promise<void> {
  const { origin } = (await db.deleteFrom('texts').where('id', '=', id).returning('origin').executeTakeFirst()) ?? {}
  if (origin)
    await db
      .insertInto('removed_texts')
      .values({ origin })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Who is named with an article, unless they do not want that any more. */
export const bylineOf = (db: Db, text: string) =>
  db
    .selectFrom('bylines')
    .select(['person_id', 'name'])
    .where('text_id', '=', text)
    .where((is) => is.not(isStopped('bylines.person_id', 'authorship')))
    .executeTakeFirst()

export const insertByline = (db: Db, row: Insertable<Database['bylines']>) => db.insertInto('bylines').values(row).execute()

export const deleteByline = (db: Db, text: string) => db.deleteFrom('bylines').where('text_id', '=', text).execute()

/** What texts were called where they were imported from. */
export const textOrigins = async (db: Db): Promise<Set<string>> =>
  new Set(
    (await db.selectFrom('texts').select('origin').where('origin', 'is not', null).execute()).map(({ origin }) => origin ?? ''),
  )

/** What imported texts were called that were removed here. */
export const removedOrigins = async (db: Db): Promise<Set<string>> =>
  new Set((await db.selectFrom('removed_texts').select('origin').execute()).map(({ origin }) => origin))

export const insertFormerAddresses = (db: Db, text: string, paths: readonly string[]) =>
  db
    .insertInto('former_addresses')
    .values(paths.map((path) => ({ path, text_id: text })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** The text that was at an address before, once everybody may read it. */
export const formerlyAt = (db: Db, path: string, now: Date) =>
  db
    .selectFrom('former_addresses')
    .innerJoin('texts', 'texts.id', 'former_addresses.text_id')
    .select(['texts.kind', 'texts.name', 'texts.language', 'texts.slug'])
    .where('former_addresses.path', '=', path)
    .where('texts.publish_at', '<=', now)
    .executeTakeFirst()

const picture = ['id', 'path', 'width', 'height', 'alt'] as const

/** The pictures that were sent in, the newest first. */
export const allPictures = (db: Db) =>
  db.selectFrom('text_pictures').select(picture).orderBy('created_at', 'desc').orderBy('id').execute()

export const pictureById = (db: Db, id: string) =>
  db.selectFrom('text_pictures').select(picture).where('id', '=', id).executeTakeFirst()

export const pictureFrom = (db: Db, origin: string) =>
  db.selectFrom('text_pictures').select(picture).where('origin', '=', origin).executeTakeFirst()

export const insertPicture = (db: Db, row: Insertable<Database['text_pictures']>) =>
  db.insertInto('text_pictures').values(row).execute()

export const deletePicture = (db: Db, id: string) => db.deleteFrom('text_pictures').where('id', '=', id).execute()

/** The titles of the texts in which a picture is shown. */
export const textsWith = (db: Db, path: string) =>
  db.selectFrom('texts').select(['id', 'title']).where('body', 'like', `%/pictures/${path}%`).orderBy('title').execute()
