import { z } from 'zod'
import { isLanguage } from '../../std/words'
import type { Refusal } from './words'

/** What setup asks, in this order. Each can be given as `--name value`, as HUISRECHT_NAME in the environment, or on the terminal. */
export const keys = [
  'domain',
  'name',
  'languages',
  'country',
  'controller',
  'registration',
  'address',
  'email',
  'officer',
  'officer-email',
  'hosting',
  'hosting-country',
  'smtp-host',
  'smtp-port',
  'smtp-user',
  'smtp-password',
  'mail-company',
  'mail-country',
  'mail-from',
  'owner',
] as const
export type Key = (typeof keys)[number]
export type Answers = Partial<Record<Key, string | undefined>>
export type Question = {
  /** What holds when nothing is typed. */
  otherwise?: (so: Answers) => string | undefined
  /** Why an answer will not do; undefined when it will. */
  wrong(answer: string): Refusal | undefined
  optional?: true
}

const isHost = (text: string) => /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text)
const unless = (fine: boolean, refusal: Refusal) => (fine ? undefined : refusal)
const anything = (text: string) => unless(text.trim() !== '', 'empty')
const email = (text: string) => unless(z.email().safeParse(text).success, 'email')
const country = (text: string) => unless(/^[A-Z]{2}$/.test(text), 'country')
/** Stands in a file of settings, between quotation marks. */
const plain = (text: string) => unless(!/["\\$`\n]/.test(text), 'signs')

export const questions: Record<Key, Question> = {
  domain: { wrong: (text) => unless(isHost(text), 'domain') },
  name: { wrong: (text) => anything(text) ?? plain(text) },
  languages: {
    otherwise: () => 'nl,fr,en',
    wrong: (text) =>
      unless(
        text.split(',').every((one) => isLanguage(one.trim())),
        'languages',
      ),
  },
  country: { otherwise: () => 'BE', wrong: (text) => unless(/^(?:BE|NL)$/.test(text), 'beOrNl') },
  controller: { wrong: anything },
  registration: { wrong: anything },
  address: { wrong: anything },
  email: { otherwise: ({ domain }) => `privacy@${domain}`, wrong: email },
  officer: { wrong: anything },
  'officer-email': { otherwise: (so) => so.email, wrong: email },
  hosting: { wrong: anything },
  'hosting-country': { otherwise: (so) => so.country, wrong: country },
  'smtp-host': { wrong: (text) => unless(isHost(text) || /^(?:localhost|127\.0\.0\.1)$/.test(text), 'server') },
  'smtp-port': {
    otherwise: () => '465',
    wrong: (text) => unless(/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65536, 'port'),
  },
  'smtp-user': { optional: true, wrong: () => undefined },
  'smtp-password': { optional: true, wrong: () => undefined },
  'mail-company': { wrong: anything },
  'mail-country': { otherwise: (so) => so.country, wrong: country },
  'mail-from': { otherwise: ({ domain }) => `post@${domain}`, wrong: email },
  owner: { wrong: email },
}
