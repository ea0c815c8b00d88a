import type { Config } from '../../platform/config'
import type { InBrowser, Site } from '../../platform/site'
import { holding } from '../../register'

/** As long as the conversation that it leads to, counted from the last visit to the page of the chat. */
export const { days } = holding['reference.conversation'].keep

/** Crisp's addresses; `base` stands for all of them. */
const addressesOf = (base: string | undefined) =>
  base
    ? { client: base.replace(/\/$/, ''), api: `${base}v1`, others: [base, base.replace(/^http/, 'ws')] }
    : {
        client: 'https://client.crisp.chat',
        api: 'https://api.crisp.chat/v1',
        // https://docs.crisp.chat/guides/others/whitelisting-our-systems/crisp-domain-names
        others: [
          'https://image.crisp.chat',
          'https://storage.crisp.chat',
          'wss://client.relay.crisp.chat',
          'wss://stream.relay.crisp.chat',
        ],
      }

export const apiOf = (base: string | undefined): string => addressesOf(base).api
export const scriptOf = (base: string | undefined): string => `${addressesOf(base).client}/l.js`

/** What a browser loads and keeps for Crisp once its owner pressed for the chat. */
function inBrowser(website: string, base: string | undefined): InBrowser {
  const { client, others } = addressesOf(base)
  return {
    scripts: [scriptOf(base)],
    pixels: [],
    hosts: [...new Set([client, ...others].map((url) => new URL(url).origin))],
    draws: [client],
    cookies: [
      {
        name: `crisp-client%2Fsession%2F${website}*`,
        days,
        what: {
          nl: 'Vindt je gesprek in de chat terug.',
          fr: 'Retrouve votre conversation dans le chat.',
          en: 'Finds your conversation in the chat again.',
        },
      },
    ],
    storage: [],
  }
}

/** A site whose chat Crisp runs, in the place of our own: with what a browser loads for it. One with our own is as it was. `wrong`: what lacks, or is too much;
 *  there is no site then. */
export function withCrisp(site: Site, { crisp }: Pick<Config, 'crisp'>): { site?: Site; wrong: string } {
  const { chat, features, recipients } = site
  if (chat.by !== 'crisp') {
    const tooMuch = [...(recipients.chat ? ['recipients.chat'] : []), ...(features.includes('crisp') ? ['crisp'] : [])]
    return tooMuch.length > 0 ? { wrong: tooMuch.join(', ') } : { site, wrong: '' }
  }
  const own = features.map((name) => (name === 'chat' ? 'crisp' : name))
  const lacking = [
    ...(recipients.chat ? [] : ['recipients.chat']),
    ...(own.includes('crisp') ? [] : ['chat']),
    ...(own.includes('contact') ? [] : ['contact']),
    ...(crisp ? [] : ['CRISP_IDENTIFIER, CRISP_KEY']),
  ]
  if (lacking.length > 0 || !recipients.chat || !crisp) return { wrong: lacking.join(', ') }
  const browser = inBrowser(chat.website, crisp.base)
  return { site: { ...site, features: own, recipients: { ...recipients, chat: { ...recipients.chat, browser } } }, wrong: '' }
}

/** What Crisp calls this site, and how it is reached: of a site that has it. */
export function crispOf({ site, config }: { site: Site; config: Config }) {
  if (site.chat.by !== 'crisp' || !config.crisp) throw new Error('the chat of this site is not of Crisp')
  return { website: site.chat.website, ...config.crisp }
}
