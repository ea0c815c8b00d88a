import type { MailTemplate } from '../../platform/mail'
import { type Farewell, farewellOf, farewellSent } from '../../privacy'
import type { Language } from '../../std/words'
import { dayIn, listIn } from '../../std/written'
import { itemsSaid, toldSaid } from './said'
import { words } from './words'

/** The kinds of things in the lines of a receipt, in a sentence. */
const listed = (lang: Language, lines: Farewell['erased']) =>
  listIn(
    itemsSaid(
      lang,
      lines.map(({ holding }) => holding),
    ).map((name) => name.toLocaleLowerCase(lang)),
    lang,
  )

/** The last day of some lines. */
const lastOf = (lines: Farewell['kept']): string | undefined =>
  lines
    .map(({ until }) => until)
    .toSorted()
    .at(-1)

/** What went, what a hold still keeps, and that an address is left alone: sentences for the last letter. */
export function receiptSaid({ language, erased, kept, told }: Farewell): {
  erased: string
  kept?: { list: string; until: string }
  told?: string
  alone?: string
} {
  const held = kept.filter(({ because }) => because === 'hold')
  const until = lastOf(held)
  const alone = lastOf(kept.filter(({ because }) => because === 'leftAlone'))
  return {
    erased: listed(language, erased),
    ...(told.length > 0 ? { told: toldSaid(language, told) } : {}),
    ...(alone ? { alone: words(language).farewell.alone(dayIn(alone, language)) } : {}),
    ...(until ? { kept: { list: listed(language, held), until: dayIn(until, language) } } : {}),
  }
}

/** The last letter: the receipt of an erasure. */
export const farewell: MailTemplate = async (p, db, person, { farewell: id = '' }) => {
  const found = await farewellOf(p, db, person, id)
  if (!found) return undefined
  const { language } = found.letter
  const text = words(language).farewell
  const said = receiptSaid(found.letter)
  return {
    to: found.to,
    purpose: 'rights',
    language,
    subject: text.subject(p.site.name),
    paragraphs: [
      text.hello,
      text.gone,
      text.erased(said.erased),
      said.kept ? text.kept(said.kept.list, said.kept.until) : text.keptNothing,
      ...(said.alone ? [said.alone] : []),
      ...(said.told ? [said.told] : []),
      text.address,
    ],
    sent: () => farewellSent(p, person),
  }
}
