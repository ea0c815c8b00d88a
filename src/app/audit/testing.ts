// An audit's eyes on a site in this process. For tests.
import { signedUp } from '../../features/accounts/testing'
import { type TestSite, Visitor } from '../testing'
import type { Eyes } from './index'
import { nothingSeen, type Seen, seenIn, together } from './seen'

export const eyesOf = ({ p, app }: Pick<TestSite, 'p' | 'app'>): Eyes => ({
  p,
  async ask(path, headers = {}) {
    const answer = await new Visitor(app, '192.0.2.80').get(path, headers)
    return { status: answer.status, headers: answer.headers, body: answer.html }
  },
})

/** Does all that sets a cookie: registers, signs in for a visit and to stay, chooses a language, saves a search before signing in,
 * says something in the chat. */
export async function whatPeopleMeet(site: TestSite): Promise<Seen> {
  const met: Seen[] = [nothingSeen()]
  const note = (where: string, { status, headers, html: body }: { status: number; headers: Headers; html: string }) =>
    met.push(seenIn({ status, headers, body }, where, false, new URL(site.p.config.publicUrl).host, site.clock.now()))
  const { email, password } = await signedUp(site, { firstName: 'Fien' })
  for (const stay of [undefined, '1']) {
    const visitor = site.visitor('192.0.2.81')
    note('/nl/sign-in', await visitor.post('/nl/sign-in', { who: email, password, ...(stay ? { stay } : {}) }))
    note('/nl/sign-out', await visitor.post('/nl/sign-out'))
  }
  const stranger = site.visitor('192.0.2.82')
  note('/fr', await stranger.get('/fr', { referer: 'http://localhost:3000/nl' }))
  note('/nl/alerts/new', await stranger.get('/nl/alerts/new?where=gent&max=450'))
  note('/nl/chat', await stranger.post('/nl/chat', { text: 'Is er iemand?' }))
  return together(met)
}
