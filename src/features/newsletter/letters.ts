import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'
import { everyHeading, pathTo, stateOf, type Text, whole } from '../writing'
import type { Letter } from './queries'

/** What a letter says, and where it is to be read on the site; nowhere while its article is not public. */
export type Said = Pick<Text, 'title' | 'summary' | 'body'> & { path: string | null }

/** An article as it stands now, by the name that it has in every language. */
export async function articleNow(p: Platform, db: Db, { article, language }: { article: string; language: Language }) {
  const found = (await everyHeading(p, db)).find(
    (one) => one.kind === 'article' && one.name === article && one.language === language,
  )
  const text = found && (await whole(p, db, found))
  if (!text) return undefined
  const { title, summary, body } = text
  return { title, summary, body, path: stateOf(text, p.clock.now()) === 'published' ? pathTo(text) : null }
}

/** What a letter said, once it began to leave; until then, what its article says. Undefined when that is gone. */
export async function saidIn(p: Platform, db: Db, letter: Letter): Promise<Said | undefined> {
  const { title, summary, body, path } = letter
  return title === null ? articleNow(p, db, letter) : { title, summary: summary ?? '', body: body ?? '', path }
}

export type State = 'draft' | 'scheduled' | 'leaving' | 'sent'
export const stateOfLetter = ({ send_at, began_at, ended_at }: Pick<Letter, 'send_at' | 'began_at' | 'ended_at'>): State =>
  ended_at ? 'sent' : began_at ? 'leaving' : send_at ? 'scheduled' : 'draft'

/** A number of people in whole tens: one more or less does not show. Undefined below ten. */
export const tens = (people: number): number | undefined => (people < 10 ? undefined : Math.floor(people / 10) * 10)
