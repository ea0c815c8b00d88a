import type { Words } from './words.nl'

export const en: Words = {
  title: (site) => `Handing over ${site}`,
  agreement: (day) => `agreement of ${day}`,
  noAgreement: 'no agreement noted',
  checked: (day) => `checked on ${day}`,
  lastOne: (day) => `the last one is of ${day}`,
  chapters: {
    people: 'Who answers for it',
    accounts: 'Accounts elsewhere, to be put in other hands',
    treasures: 'What must never be lost',
    server: 'On the server',
    duties: 'Duties that go over',
  },
  items: {
    people: {
      controller: { what: 'Controller', why: 'stands in the privacy statement' },
      officer: { what: 'Data protection officer', why: 'people and the authority write there' },
      authority: { what: 'Authority', why: 'a breach is told there within 72 hours' },
      owners: { what: 'At least two owners at the desk', why: 'one may lose a telephone' },
      leaving: { what: 'Who was owner and leaves', why: 'their way in ends the day they go' },
    },
    accounts: {
      domain: { what: 'Domain name', why: 'who holds it holds the site' },
      server: { what: 'Server', why: 'its bill, and the way in by SSH' },
      mail: { what: 'Mail', why: 'its bill, and the password in SMTP_URL' },
      mailbox: { what: 'Mailbox of the site', why: 'answers of people come there' },
    },
    treasures: {
      keys: { what: 'Keys', why: 'without them nothing can be read, by anybody' },
      keyCopy: { what: 'Private key of the backups', why: 'in which safe is it, and who can open it?' },
      data: { what: 'Data', why: 'database and files' },
      backup: { what: 'Backup, off the server', why: 'and apart from the copy of the keys' },
      restore: { what: 'A restore that was really tried', why: 'on another machine, with the copy of the keys' },
    },
    server: {
      program: { what: 'Program', why: 'the clone that is run' },
      folder: { what: 'Site folder', why: 'names, companies, brand: keep a copy' },
      settings: { what: 'Settings', why: 'this file holds the mail password' },
      services: { what: 'Services', why: 'site, nightly backup, web server' },
      doctor: { what: 'Whether all is well', why: 'look together, on the day itself' },
    },
    duties: {
      questions: { what: 'Questions of people about their data', why: 'an answer within 14 days' },
      reports: { what: 'Reports and complaints at the desk', why: 'somebody looks each day' },
      breaches: { what: 'The record of breaches', why: 'also of the small ones' },
      statement: { what: 'The statement names the new people', why: 'change site.ts on the day of the hand-over' },
    },
  },
}
