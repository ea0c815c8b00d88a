// For the tests of this feature and of others: somebody who gets the newsletter, and a letter that is sent.
import { linkIn, type TestSite, type Visitor } from '../../app/testing'

/** Gives an address, and answers the path of the link that is mailed there: '' when none is. */
export async function asked(site: TestSite, email: string, { language = 'nl', from = '203.0.113.1' } = {}): Promise<string> {
  await site.p.db.deleteFrom('rate_limits').execute()
  await site.visitor(from).post(`/${language}/newsletter`, { email, website: '' })
  const letter = (await site.mails()).find(({ to }) => to === email)
  return letter ? linkIn(letter) : ''
}

/** Gives an address and follows the link. */
export async function subscribed(site: TestSite, email: string, options: { language?: string } = {}): Promise<void> {
  const path = await asked(site, email, options)
  const { location, text } = await site.visitor().post(path)
  if (!location?.endsWith('/subscribed')) throw new Error(text)
}

/** Writes an article at the desk and makes a letter of it. Answers the path of the letter. */
export async function letterOf(
  visitor: Visitor,
  fields: { title?: string; body?: string; when?: string } = {},
  language = 'nl',
): Promise<string> {
  const text = { title: 'Kotkost', summary: 'Drie gerechten.', body: 'Neem [een pot](/nl/rooms).', when: 'now', ...fields }
  await visitor.post(`/nl/desk/texts/new?kind=article&language=${language}`, text)
  const { html } = await visitor.get('/nl/desk/letters')
  const values = [...html.matchAll(/<option value="([^"]*)"/g)].map(([, value = '']) => value)
  const article = values.find((value) => value.startsWith(`${language} ${text.title.toLowerCase().replaceAll(' ', '-')}`)) ?? ''
  const { location, text: said } = await visitor.post('/nl/desk/letters', { article })
  if (!location) throw new Error(said)
  return location
}

/** What every minute does. Answers the letters, the newest first. */
export async function minute(site: TestSite) {
  await site.p.jobs.send(site.p.db, 'newsletter.send', {})
  return site.mails()
}

/** The path at the foot of a letter. */
export const stopIn = ({ text }: { text: string }): string =>
  /\/(?:nl|fr|en)\/newsletter\/subscription\/[\w-]+/.exec(text)?.[0] ?? ''
