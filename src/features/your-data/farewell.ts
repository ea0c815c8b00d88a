import type { MailText } from '../../platform/mail'
import type { Receipt } from '../../privacy'
import type { Language } from '../../std/words'
import { dayIn, listIn } from '../../std/written'
import { itemsSaid } from './said'
import { words } from './words'

/** The last letter: the receipt of an erasure. */
export function farewell(site: string, language: Language, { erased, kept }: Receipt): Omit<MailText, 'to'> {
  const text = words(language).farewell
  const said = (lines: readonly { holding: Receipt['kept'][number]['holding'] }[]) =>
    listIn(
      itemsSaid(
        language,
        lines.map(({ holding }) => holding),
      ).map((name) => name.toLocaleLowerCase(language)),
      language,
    )
  const until = kept
    .map((line) => line.until)
    .toSorted()
    .at(-1)
  return {
    language,
    subject: text.subject(site),
    paragraphs: [
      text.hello,
      text.gone,
      text.erased(said(erased)),
      until ? text.kept(said(kept), dayIn(until, language)) : text.keptNothing,
    ],
  }
}
