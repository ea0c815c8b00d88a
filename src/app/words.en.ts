import type { Words } from './words.nl'

export const en = {
  usage: 'huisrecht <verb> [--lang nl|fr|en]',
  web: 'serve the site',
  setup: 'ask what a site needs, and write its folder and settings',
  help: 'print this list',
  strange: (option, usage) =>
    `${option ? `The program does not know what ${option} means` : 'The program does not understand what was typed'}. ${usage}`,
  open: {
    noSite: (folder, name) => `There is no site in ${folder} (SITE=${name}).`,
    noJson: (file, why) => `${file} is not JSON: ${why}`,
    noCompany:
      'SMTP_URL gives the mail to a company that the site does not name. Say in site.ts, under recipients, who it is: mail: { name, place, statement, agreement }. The privacy statement says it from there.',
    noCampaigns:
      'MAUTIC_URL has mail sent by a company that the site does not name. Say in site.ts, under recipients, who it is: campaigns: { name, place, statement, agreement }. The privacy statement says it from there.',
    noStatistics:
      "GA4_ID has visits measured by a company that the site does not name. Say in site.ts, under recipients, who it is: statistics: { name: 'Google Ireland Limited', place, transfer, statement, agreement }. The privacy statement says it from there.",
    crisp: (what) =>
      `The chat of Crisp and who runs it go together: in site.ts chat: { by: 'crisp', website } with the features chat and contact, and under recipients chat: { name: 'Crisp IM SAS', place: 'NL', parts, host, statement, agreement }; and in the settings CRISP_IDENTIFIER and CRISP_KEY, by which it is told to erase. Missing here, or too much: ${what}.`,
    another: ({ folder, owner, name, file }) =>
      `The data in ${folder} are of the site “${owner}”, and this is “${name}”. Give this site folders of its own (DATA_DIR, KEYS_DIR), or start the other (SITE=${owner}). If it only got another name, remove ${file}.`,
    drift: (differences) => `The register and the database differ, so the program does not run:\n${differences}`,
    statement: (changes) =>
      `The privacy statement would say something else than what was published, and that concerns people:\n${changes}\nIf that is as it should be, publish it: huisrecht statement publish`,
  },
  introduction: {
    open: (site, url) => `${site} is open at ${url}`,
    advertiser: 'advertiser',
    seeker: 'seeker',
    staff: 'staff',
    password: 'password',
    email: '<e-mail>',
    mail: 'mail',
    noMail: '(set SMTP_URL to send it)',
    data: 'data',
    ownDatabase: 'your own PostgreSQL (DATABASE_URL)',
    keys: 'keys',
    keep: '(without them the data cannot be read: huisrecht backup keeps them, encrypted)',
  },
  demoGone: (people) => `${people} invented people are gone, with their adverts and messages.`,
} satisfies Words
