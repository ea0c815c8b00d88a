import type { MailTemplate } from '../../platform/mail'
import { mintCopyKey } from '../../privacy'
import { isLanguage } from '../../std/words'
import { accountsOf } from '../accounts'
import { words } from './words'

/** The link to a copy, with the key that alone opens it. */
export const copyLink: MailTemplate = async (p, db, person, { copy = '', language: asked = '' }) => {
  const account = (await accountsOf(p, db, [person])).get(person)
  if (!account) return undefined
  const language = isLanguage(asked) ? asked : account.language
  const secret = await mintCopyKey(p, db, copy, language)
  if (!secret) return undefined
  const text = words(language).copyMail
  return {
    to: account.email,
    purpose: 'rights',
    language,
    subject: text.subject(p.site.name),
    paragraphs: text.text,
    button: { label: text.button, url: `${p.config.publicUrl}/${language}/account/copy/${copy}/${secret}` },
    after: [text.after],
  }
}
