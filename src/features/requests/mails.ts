import type { Feature } from '../../platform/feature'
import { mintAsk, whoIsAt } from './asks'
import { askById } from './queries'
import { words } from './words'

export const mails: NonNullable<Feature['mails']> = {
  /** To who asked what the site has under an address: a link to see it, or that there is nothing. */
  'requests.link': async (p, db, person, { ask: id = '' }) => {
    const row = await askById(db, id, p.clock.now())
    if (!row) return undefined
    const { email: to } = (await p.vault.keys(db, [person])).bind('asks', row)
    const { language } = row
    const { account, others } = await whoIsAt(p, db, to.open('rights'))
    const { link: text } = words(language).mails
    const at = `${p.config.publicUrl}/${language}`
    const known = others.some(({ holding }) => holding !== 'email.question')
    return {
      to,
      purpose: 'rights',
      language,
      subject: text.subject(p.site.name),
      paragraphs: [
        text.asked(p.site.name),
        ...(known ? [text.known] : []),
        ...(account ? [text.account] : []),
        ...(known || account ? [] : [text.nothing]),
      ],
      ...(known ? { button: { label: text.button, url: `${at}/privacy/ask/${await mintAsk(db, id)}` } } : {}),
      links: account
        ? [
            { label: text.signIn, url: `${at}/sign-in` },
            { label: text.forgot, url: `${at}/forgot-password` },
          ]
        : [],
      after: [text.notYou],
    }
  },
}
