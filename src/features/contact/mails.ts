import type { Feature } from '../../platform/feature'
import { holding, overOn } from '../../register'
import type { Language } from '../../std/words'
import { dateIn, momentIn } from '../../std/written'
import type { Answers } from './answers'
import { sayIn } from './definition'
import { entryOf, openedAnswers, titleOf } from './entries'
import { updateEntry } from './queries'
import { words } from './words'

const asLines = (answers: Answers): string[] => Object.entries(answers).map(([question, answer]) => `${question}\n${answer}`)

/** The day on which what was sent at this moment goes by itself. */
export const goesOn = (at: Date): Date => overOn(holding['answers.form'].keep, at)

export const mails: NonNullable<Feature['mails']> = {
  /** To the site itself: what was filled in (Q9). */
  'contact.entry': async (p, db, _person, { entry = '' }) => {
    const found = await entryOf(p, db, entry)
    if (!found) return undefined
    const { row, held, form } = found
    const language: Language = p.site.languages[0] ?? 'en'
    const text = words(language).mails.entry
    const name = titleOf(p, row.form, language)
    const address = held.email?.open('correspondence')
    return {
      toSite: form?.to ?? p.site.controller.email,
      tells: held.email ? [held.filled_in, held.email] : [held.filled_in],
      purpose: 'correspondence',
      language,
      replyTo: address,
      subject: text.subject(name),
      paragraphs: [
        text.lead(name, momentIn(row.created_at.getTime(), language)),
        ...asLines(openedAnswers(held)),
        address ? text.from(address) : text.nobody,
      ],
      button: { label: text.button, url: `${p.config.publicUrl}/${language}/desk/forms/${row.id}` },
      sent: async () => {
        await updateEntry(p.db, row.id, { mailed_at: p.clock.now() })
      },
    }
  },
  /** To the address that was filled in. Nothing of what was written: it may be anybody's, and would carry the words of others. */
  'contact.confirm': async (p, db, _person, { entry = '' }) => {
    const found = await entryOf(p, db, entry)
    const email = found?.held.email
    if (!email) return undefined
    const { row, form } = found
    const text = words(row.language).mails.confirm
    return {
      to: email,
      purpose: 'correspondence',
      language: row.language,
      subject: text.subject(titleOf(p, row.form, row.language)),
      paragraphs: [...(form ? [sayIn(row.language, form.thanks)] : []), text.kept(dateIn(goesOn(row.created_at), row.language))],
      button: { label: text.button, url: `${p.config.publicUrl}/${row.language}/privacy/ask` },
    }
  },
  /** What staff answer. */
  'contact.answer': async (p, db, _person, { entry = '' }) => {
    const found = await entryOf(p, db, entry)
    const { email, answer } = found?.held ?? {}
    if (!found || !email || !answer) return undefined
    const { row, held, form } = found
    const text = words(row.language).mails.answer
    return {
      to: email,
      tells: [held.filled_in],
      purpose: 'correspondence',
      language: row.language,
      replyTo: form?.to ?? p.site.controller.email,
      subject: text.subject(titleOf(p, row.form, row.language)),
      paragraphs: [answer.open('correspondence'), text.asked, ...asLines(openedAnswers(held))],
    }
  },
}
