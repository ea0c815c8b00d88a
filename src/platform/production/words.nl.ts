/** What keeps a site from strangers, in plain words: which setting, why, and what to do. */
export type Words = {
  title: string
  demo: string
  demoBeyond: string
  noMail: string
  http: (url: string) => string
  local: (url: string) => string
  proxy: string
  keysInData: (keys: string) => string
  open: (path: string, keys: string) => string
  missing: (field: string) => string
  invented: (field: string, value: string) => string
}

const demo = 'Er staan demo-advertenties op deze site, en hun wachtwoorden kent iedereen.'
const statement = 'De privacyverklaring toont dat aan iedereen: vul in wat klopt.'

export const nl: Words = {
  title: 'Deze site is nog niet klaar voor bezoekers (PRODUCTION=1):',
  demo: `${demo} Haal ze weg: huisrecht demo remove`,
  demoBeyond: `${demo} Haal ze eerst weg: npm run huisrecht -- demo remove`,
  noMail:
    'SMTP_URL is niet ingesteld: mails zouden in het postvak voor ontwikkelaars blijven, en niemand kan een adres bevestigen.',
  http: (url) => `PUBLIC_URL is ${url}. Dat moet met https beginnen: bezoekers sturen er hun wachtwoord naartoe.`,
  local: (url) => `PUBLIC_URL is ${url}, en dat is alleen deze computer. Geef het adres dat bezoekers intikken.`,
  proxy:
    'TRUST_PROXY is geen 1, al kan alleen een proxy op deze computer bij de site: alle bezoekers zouden één bezoeker lijken, en samen tegen één limiet botsen.',
  keysInData: (keys) =>
    `KEYS_DIR (${keys}) ligt in DATA_DIR: dan zitten de gegevens en hun sleutels in dezelfde reservekopie. Leg de sleutels ergens anders.`,
  open: (path, keys) => `Ook anderen op deze computer kunnen ${path} lezen. Sluit het af: chmod -R go= ${keys}`,
  missing: (field) => `${field} ontbreekt in site.ts. ${statement}`,
  invented: (field, value) => `${field} in site.ts is "${value}", een naam uit de demo. ${statement}`,
}
