import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type Db, isTaken } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import {
  check,
  choice,
  dayOfTyped,
  type Errors,
  line,
  lines,
  optional,
  optionalChoice,
  type Typed,
  ticked,
  typedOf,
  whole,
} from '../../../platform/forms'
import type { Viewer } from '../../../platform/http'
import type { Role, TextKind } from '../../../register'
import type { Language } from '../../../std/words'
import { dayOf, zone } from '../../../std/written'
import { longest } from '../markdown'
import { bylineOf, deleteByline, insertByline, insertText, lockText, type TextRow, textWithSlug, updateText } from '../queries'
import { home, isFree, keyOf, stands as places, slug, slugOf, type Text, tagsOf } from '../text'
import { everyHeading } from '../texts'
import { words } from '../words'

/** Who writes the texts of the site. An officer watches over the others, and so does nothing that is to be watched. */
export const mayWrite = ['owner', 'moderator'] as const satisfies readonly Role[]

/** The place of a link for which none is said. */
const anywhere = 100

const whens = ['draft', 'now', 'later'] as const

/** A time of day as people write it: "9:30", "09.30", "9u30". */
const timeOf = (typed: string): string | undefined => {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.uh]([0-5]\d)$/.exec(typed.trim()) ?? []
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : undefined
}
/** A day and a time of day where the product is used. Undefined when they are none. */
export function momentOf(day: string, time: string): Date | undefined {
  const [iso, at] = [dayOfTyped(day.trim()), timeOf(time)]
  if (!iso || !at) return undefined
  return new Date(Temporal.PlainDate.from(iso).toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds)
}

const fields = z.object({
  title: line(120),
  slug: line(80, 0),
  summary: line(300, 0),
  body: lines(longest),
  tags: line(200, 0),
  stands: optionalChoice(['nowhere', ...places]),
  place: optional(whole(0, 999)),
  when: choice(whens),
  byline: optionalChoice(['none', 'mine', 'kept']),
  name: line(60, 0),
  closed: ticked(),
})

/** What a text is, whatever is typed: of which kind, in which language, and of what it is a translation or over what it is written. */
export type Which = { kind: TextKind; language: Language; name: string | null; id: string | null }

export const typedFrom = ({ title, slug, summary, body, tags, stands, place, replies, publishAt, changedAt }: Text): Typed => ({
  title,
  slug,
  summary,
  body,
  tags: tags.join(', '),
  stands: stands ?? 'nowhere',
  place: place === anywhere ? '' : String(place),
  ...(replies ? {} : { closed: '1' }),
  when: publishAt === null ? 'draft' : 'later',
  ...(publishAt
    ? { day: dayOf(publishAt), time: publishAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5) }
    : {}),
  ...(changedAt ? { seen: changedAt.toISOString() } : {}),
})

/** Who is named with an article, as its editor shows it to one of staff. */
export async function typedByline(db: Db, text: string, { personId }: Viewer): Promise<Typed> {
  const byline = await bylineOf(db, text)
  if (!byline) return { byline: 'none' }
  return byline.person_id === personId ? { byline: 'mine', name: byline.name } : { byline: 'kept', by: byline.name }
}

/** Writes a text down as it was typed: a new one, or one that is there, unless somebody else changed it since it was shown. Answers its id, or what is
 *  wrong with what was typed. */
export async function save(
  p: Platform,
  { personId }: Viewer,
  which: Which,
  typed: Typed,
  language: Language,
): Promise<{ id: string } | { errors: Errors }> {
  const text = words(language).desk
  const refuse = (name: string, message: string) => ({ errors: [{ name, message }] })
  const checked = check(fields, typed, language, text.errors)
  if (!checked.ok) return { errors: checked.errors }
  const { title, summary, body, when, stands, place, tags, closed } = checked.values
  const word = which.name === home ? home : checked.values.slug || slugOf(title)
  if (!slug.safeParse(word).success) return refuse('slug', text.errors.slug.form)
  if (which.kind === 'page' && which.name !== home && !isFree(word)) return refuse('slug', text.slugTaken(word))
  const now = p.clock.now()
  const later = when === 'later' ? momentOf(typedOf(typed, 'day'), typedOf(typed, 'time')) : undefined
  if (when === 'later' && !later) return refuse('day', text.errors.day.required)
  const { byline, name: called } = checked.values
  if (byline === 'mine' && called === '') return refuse('name', text.errors.name.required)
  const written = {
    title,
    slug: word,
    summary,
    body,
    tags: which.kind === 'article' ? tagsOf(tags) : [],
    stands: which.kind === 'page' && stands && stands !== 'nowhere' ? stands : null,
    place: place ?? anywhere,
    replies: !closed,
  }
  const sign = async (trx: Db, id: string) => {
    if (which.kind !== 'article' || (byline !== 'none' && byline !== 'mine')) return
    await deleteByline(trx, id)
    if (byline === 'mine') await insertByline(trx, { id: randomUUID(), person_id: personId, text_id: id, name: called })
  }
  /** What would be written is there: a button was pressed twice. */
  const isThere = ({ publish_at, ...row }: TextRow) => {
    const isSoPublic =
      when === 'draft' ? publish_at === null : publish_at !== null && (!later || isDeepStrictEqual(publish_at, later))
    return isSoPublic && isDeepStrictEqual({ ...row, ...written }, row)
  }
  const madeBefore = async () => {
    const one = which.id === null ? await textWithSlug(p.db, which.kind, { ...which, slug: word }) : undefined
    if (!one || !isThere(one)) return undefined
    await p.db.transaction().execute((trx) => sign(trx, one.id))
    return { id: one.id }
  }
  const others = (await everyHeading(p, p.db)).filter(
    ({ id, kind }) => kind === which.kind && (which.id === null || id !== which.id),
  )
  const key = which.name && keyOf({ ...which, name: which.name })
  if (others.some((one) => one.language === which.language && one.slug === word && keyOf(one) !== key))
    return (await madeBefore()) ?? refuse('slug', text.errors.slug.twice)
  const known = others.some(({ name }) => name === word)
  try {
    return await p.db.transaction().execute(async (trx) => {
      if (which.id === null) {
        const id = randomUUID()
        // One that is the first of its name is a translation of none.
        const name = which.name ?? (known ? `${word.slice(0, 71)}-${id.slice(0, 8)}` : word)
        const publishAt = when === 'draft' ? null : (later ?? now)
        const { kind, language } = which
        await insertText(trx, { id, kind, language, name, ...written, updated_at: now, publish_at: publishAt })
        await sign(trx, id)
        return { id }
      }
      const before = await lockText(trx, which.id)
      if (!before) return refuse('body', text.errors.body.gone)
      const isSeen = before.updated_at.toISOString() === typedOf(typed, 'seen')
      if (!isSeen && !isThere(before)) return refuse('body', text.errors.body.changed)
      const since = before.publish_at && before.publish_at <= now ? before.publish_at : now
      if (isSeen)
        await updateText(trx, which.id, { ...written, updated_at: now, publish_at: when === 'draft' ? null : (later ?? since) })
      await sign(trx, which.id)
      return { id: which.id }
    })
  } catch (error) {
    if (isTaken(error, 'texts_kind_language_slug_key') || isTaken(error, 'texts_kind_language_name_key'))
      return (await madeBefore()) ?? refuse('slug', text.errors.slug.twice)
    throw error
  }
}
