import { minutes } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { type Mautic, MauticTrouble, mauticAt } from './mautic'

const clients = new WeakMap<Platform['config'], Mautic>()
/** The Mautic of this site. A site without one has not the feature. */
export function mauticOf({ config, clock }: Platform): Mautic {
  const known = clients.get(config)
  if (known) return known
  if (!config.mautic) throw new Error('the site has no Mautic')
  const made = mauticAt(config.mautic, clock)
  clients.set(config, made)
  return made
}

/** What was on its way there when we stopped waiting has arrived by then, or never will. */
const settled = minutes(2)

/** Under which numbers it knows somebody: the one that it gave, or, where it does not know that (any more: it may have taken two for one), those that it finds for
 *  an address. Throws MauticTrouble, to be tried again, while something that was sent `at` some moment may still be on its way. */
export async function numbersOf(
  p: Platform,
  { number, at }: { number: string | undefined; at: Date },
  address: () => Promise<string | undefined>,
): Promise<string[]> {
  const mautic = mauticOf(p)
  if (number && (await mautic.wantsNone(number)) !== undefined) return [number]
  if (p.clock.now().getTime() - at.getTime() < settled) throw new MauticTrouble('mautic_unclear')
  const email = await address()
  return email ? mautic.find(email) : []
}
