import type { Platform } from '../../platform/feature'
import { normalise } from '../../platform/vault'

const quarter = 15 * 60
const hour = 60 * 60

/** How often somebody may try. By what was typed, whether or not it exists: the answer tells nothing. Each throws a refusal (429). */
export const limits = {
  async signIn(p: Platform, network: string, who: string) {
    await p.limits.count('signIn.network', network, 50, quarter)
    await p.limits.count('signIn.account', normalise(who), 10, quarter)
  },
  signedIn: (p: Platform, who: string) => p.limits.forget('signIn.account', normalise(who)),
  /** Also keeps a stranger's mailbox from being filled. */
  async register(p: Platform, network: string, email: string) {
    await p.limits.count('register.network', network, 20, hour)
    await p.limits.count('register.address', normalise(email), 5, hour)
  },
  async mailLink(p: Platform, network: string, who: string) {
    await p.limits.count('link.network', network, 20, hour)
    await p.limits.count('link.account', normalise(who), 5, hour)
  },
  async useLink(p: Platform, network: string) {
    await p.limits.count('useLink.network', network, 50, quarter)
  },
  async passkey(p: Platform, network: string) {
    await p.limits.count('passkey.network', network, 50, quarter)
  },
  /** Of somebody who is signed in: the password asked again, and a new address mailed. */
  async askedAgain(p: Platform, person: string) {
    await p.limits.count('password.account', person, 10, quarter)
  },
  async newAddress(p: Platform, person: string, email: string) {
    await p.limits.count('newAddress.account', person, 10, hour)
    await p.limits.count('register.address', normalise(email), 5, hour)
  },
}
