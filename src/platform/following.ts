import { asksFor, consentsOf } from '../register'
import { keysOf } from '../std/keys'
import type { Site } from './site'

/** The site with the features that nobody chooses because they come with something else that it says: the record of consents, where something needs one, and the
 *  pages that ask for them, where one of its recipients does; pictures of Gravatar with replies, where it names that company. */
export function withFollowing(site: Site): Site {
  const { features, recipients } = site
  const follow = {
    consent: consentsOf(site).length > 0,
    choices: asksFor(recipients).length > 0,
    avatars: features.includes('replies') && recipients.gravatar !== undefined,
  }
  return { ...site, features: [...new Set([...features, ...keysOf(follow).filter((name) => follow[name])])] }
}
