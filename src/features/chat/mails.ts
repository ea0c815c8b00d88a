import type { Feature } from '../../platform/feature'
import { momentIn } from '../../std/written'
import { chatById } from './queries'
import { words } from './words'

export const mails: NonNullable<Feature['mails']> = {
  /** To the site itself, when nobody has the desk open. Nothing of what was said: that is read at the desk. */
  'chat.waiting': async (p, db, _person, { chat = '' }) => {
    const row = await chatById(db, chat)
    if (!row?.waits_since) return undefined
    const language = p.site.languages[0] ?? 'en'
    const text = words(language).mails.waiting
    return {
      toSite: p.site.controller.email,
      purpose: 'correspondence',
      language,
      subject: text.subject(p.site.name),
      paragraphs: [text.lead(momentIn(row.waits_since.getTime(), language)), text.once],
      button: { label: text.button, url: `${p.config.publicUrl}/${language}/desk/chat/${row.id}` },
    }
  },
}
