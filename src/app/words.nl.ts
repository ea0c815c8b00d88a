export const nl = {
  usage: 'huisrecht <opdracht> [--lang nl|fr|en]',
  web: 'de site openen',
  setup: 'vragen wat een site nodig heeft, en haar map en instellingen schrijven',
  help: 'deze lijst tonen',
  strange: (option: string, usage: string) =>
    `${option ? `Wat met ${option} bedoeld is, weet het programma niet` : 'Wat je typte, begrijpt het programma niet'}. ${usage}`,
  open: {
    noSite: (folder: string, name: string) => `Er is geen site in ${folder} (SITE=${name}).`,
    noJson: (file: string, why: string) => `${file} is geen JSON: ${why}`,
    noCompany:
      'SMTP_URL geeft de mails aan een bedrijf dat de site niet noemt. Zeg in site.ts, onder recipients, wie het is: mail: { name, place, statement, agreement }. De privacyverklaring zegt het van daaruit.',
    noCampaigns:
      'MAUTIC_URL laat een bedrijf mailen dat de site niet noemt. Zeg in site.ts, onder recipients, wie het is: campaigns: { name, place, statement, agreement }. De privacyverklaring zegt het van daaruit.',
    noStatistics:
      "GA4_ID laat bezoeken meten door een bedrijf dat de site niet noemt. Zeg in site.ts, onder recipients, wie het is: statistics: { name: 'Google Ireland Limited', place, transfer, statement, agreement }. De privacyverklaring zegt het van daaruit.",
    crisp: (what: string) =>
      `De chat van Crisp en wie hem verzorgt horen samen: in site.ts chat: { by: 'crisp', website } met de functies chat en contact, en onder recipients chat: { name: 'Crisp IM SAS', place: 'NL', parts, host, statement, agreement }; en in de instellingen CRISP_IDENTIFIER en CRISP_KEY, waarmee er gewist wordt. Hier ontbreekt of is te veel: ${what}.`,
    another: ({ folder, owner, name, file }: { folder: string; owner: string; name: string; file: string }) =>
      `De gegevens in ${folder} zijn van de site “${owner}”, en dit is “${name}”. Geef deze site haar eigen mappen (DATA_DIR, KEYS_DIR), of start de andere (SITE=${owner}). Kreeg ze alleen een andere naam, verwijder dan ${file}.`,
    drift: (differences: string) => `Het register en de databank verschillen, dus start het programma niet:\n${differences}`,
    statement: (changes: string) =>
      `De privacyverklaring zou iets anders zeggen dan wat gepubliceerd is, en dat gaat mensen aan:\n${changes}\nAls het zo hoort, publiceer ze: huisrecht statement publish`,
  },
  introduction: {
    open: (site: string, url: string) => `${site} is open op ${url}`,
    advertiser: 'adverteerder',
    seeker: 'zoeker',
    staff: 'beheer',
    password: 'wachtwoord',
    email: '<e-mail>',
    mail: 'mails',
    noMail: '(zet SMTP_URL om ze te versturen)',
    data: 'gegevens',
    ownDatabase: 'je eigen PostgreSQL (DATABASE_URL)',
    keys: 'sleutels',
    keep: '(zonder zijn de gegevens niet te lezen: huisrecht backup bewaart ze, versleuteld)',
  },
  demoGone: (people: string) => `${people} verzonnen mensen zijn weg, met hun advertenties en berichten.`,
}
export type Words = typeof nl
