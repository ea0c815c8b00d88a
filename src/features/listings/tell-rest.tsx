import type { Context } from 'hono'
import type { Env } from '../../platform/http'
import { words } from './words'

/** Once a room is let, which the address says ("let=<its name>"): who wrote about it is told in one go, where the site has conversations. */
export const TellRest = ({ c }: { c: Context<Env> }) => {
  const advert = c.req.query('let')
  const { p, language } = c.var
  if (!advert || !/^[a-z0-9]{12}$/.test(advert) || !p.features.some(({ name }) => name === 'messages')) return null
  return <a href={`/${language}/messages/adverts/${advert}/rented`}>{words(language).mine.tellRest}</a>
}
