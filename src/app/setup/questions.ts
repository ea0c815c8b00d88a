import { z } from 'zod'
import { isLanguage } from '../../std/words'

/** What setup asks. Each can be given as `--name value`, as HUISRECHT_NAME in the environment, or on the terminal. */
export type Question = {
  key: string
  ask: string
  hint?: string
  /** What holds when nothing is typed. */
  otherwise?: (so: Answers) => string | undefined
  /** Why an answer will not do, in plain words; undefined when it will. */
  wrong(answer: string, so: Answers): string | undefined
  optional?: true
}
export type Answers = Partial<Record<string, string>>

const isHost = (text: string) => /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text)
const anything = (text: string) => (text.trim() ? undefined : 'This cannot be empty: the privacy statement says it.')
const email = (text: string) =>
  z.email().safeParse(text).success ? undefined : 'Write an e-mail address, like post@example.org.'
const country = (text: string) => (/^[A-Z]{2}$/.test(text) ? undefined : 'Write the two letters of a country, like BE or NL.')
/** Stands in a file of settings, between quotation marks. */
const plain = (text: string) => (/["\\$`\n]/.test(text) ? 'Leave out the signs " \\ $ and `.' : undefined)

export const questions: readonly Question[] = [
  {
    key: 'domain',
    ask: 'On which domain will the site be?',
    hint: 'such as kotwijzer.be, without https://',
    wrong: (text) =>
      isHost(text) ? undefined : 'Write a domain name in small letters, like kotwijzer.be, without https:// and without a slash.',
  },
  { key: 'name', ask: 'What is the site called?', wrong: (text) => anything(text) ?? plain(text) },
  {
    key: 'languages',
    ask: 'In which languages?',
    hint: 'nl, fr and en, the first one first',
    otherwise: () => 'nl,fr,en',
    wrong: (text) =>
      text.split(',').every((one) => isLanguage(one.trim())) ? undefined : 'Write nl, fr, en or some of them, with commas.',
  },
  {
    key: 'country',
    ask: 'In which country is the controller?',
    hint: 'BE or NL: it decides which authority the statement names',
    otherwise: () => 'BE',
    wrong: (text) => (/^(?:BE|NL)$/.test(text) ? undefined : 'Write BE or NL.'),
  },
  {
    key: 'controller',
    ask: 'Who is the controller?',
    hint: 'the association, company or person that answers for the data',
    wrong: anything,
  },
  { key: 'registration', ask: 'Under which registration number?', hint: 'such as BE 0123.456.749', wrong: anything },
  { key: 'address', ask: 'At which address?', wrong: anything },
  {
    key: 'email',
    ask: 'At which e-mail address can people reach the controller?',
    otherwise: ({ domain }) => `privacy@${domain}`,
    wrong: email,
  },
  {
    key: 'officer',
    ask: 'Who is the data protection officer?',
    hint: 'a name; without an officer, whoever answers such questions',
    wrong: anything,
  },
  { key: 'officer-email', ask: 'And the e-mail address of the officer?', otherwise: (so) => so.email, wrong: email },
  { key: 'hosting', ask: 'With which company is this server?', wrong: anything },
  { key: 'hosting-country', ask: 'In which country do the data lie?', otherwise: (so) => so.country, wrong: country },
  {
    key: 'smtp-host',
    ask: 'Which mail server sends the mail?',
    hint: 'such as smtp.example.org',
    wrong: (text) =>
      isHost(text) || /^(?:localhost|127\.0\.0\.1)$/.test(text)
        ? undefined
        : 'Write the name of a server, like smtp.example.org.',
  },
  {
    key: 'smtp-port',
    ask: 'On which port?',
    hint: '465: TLS from the start; 587: STARTTLS',
    otherwise: () => '465',
    wrong: (text) => (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65536 ? undefined : 'Write a port, like 465.'),
  },
  { key: 'smtp-user', ask: 'With which user name?', hint: 'empty: none', optional: true, wrong: () => undefined },
  {
    key: 'smtp-password',
    ask: 'And which password?',
    hint: 'it is seen while you type; it goes into the file of settings alone',
    optional: true,
    wrong: () => undefined,
  },
  { key: 'mail-company', ask: 'Which company is that mail server of?', wrong: anything },
  { key: 'mail-country', ask: 'In which country does it work?', otherwise: (so) => so.country, wrong: country },
  { key: 'mail-from', ask: 'From which address do mails come?', otherwise: ({ domain }) => `post@${domain}`, wrong: email },
  {
    key: 'owner',
    ask: 'The e-mail address of the first owner?',
    hint: 'who comes to the desk first; not kept, but in what I say at the end',
    wrong: email,
  },
]
