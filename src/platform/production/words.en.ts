import type { Words } from './words.nl'

const demo = 'There are demo adverts in this site, whose passwords everybody knows.'
const statement = 'The privacy statement says it to everybody: fill in the real one.'

export const en: Words = {
  title: 'This site may not be open to strangers yet (PRODUCTION=1):',
  demo: `${demo} Take them out: huisrecht demo remove`,
  demoBeyond: `${demo} Take them out first: npm run huisrecht -- demo remove`,
  noMail: 'SMTP_URL is not set: mail would stay in the development mailbox, and nobody could confirm an address.',
  http: (url) => `PUBLIC_URL is ${url}. It must begin with https: visitors send passwords there.`,
  local: (url) => `PUBLIC_URL is ${url}, which is only this machine. Give the address that visitors use.`,
  proxy:
    'TRUST_PROXY is not 1, though only a proxy on this machine can reach the site: all visitors would look like one, and share one limit.',
  keysInData: (keys) =>
    `KEYS_DIR (${keys}) lies inside DATA_DIR: one backup would hold the data and the keys to them. Put the keys elsewhere.`,
  open: (path, keys) => `${path} can be read by others on this machine. Close it: chmod -R go= ${keys}`,
  missing: (field) => `${field} in site.ts is missing. ${statement}`,
  invented: (field, value) => `${field} in site.ts is "${value}", a name for demonstrations. ${statement}`,
}
