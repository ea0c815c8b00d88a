import { expect, test } from 'vitest'
import type { Change } from './diff'
import { wordingChange } from './index'
import { type Names, sentenceOf } from './sentences'

const now: Names = {
  items: { email: 'E-mail address', ip: 'IP address' },
  circles: { account: 'of your account' },
  purposes: { account: 'Your account' },
  recipients: { mail: 'Mail service' },
  bases: { contract: 'A contract' },
  rights: { access: 'See' },
}
/** What was called something then, and has no name now. */
const then: Names = {
  items: { fax: 'Fax number', mine: 'My IP address' },
  circles: { office: 'of your office' },
  purposes: { gone: 'What is gone' },
  recipients: { post: 'Post office' },
  bases: { custom: 'Custom' },
  rights: { old: 'An old right' },
}
type About<T> = T extends unknown ? Omit<T, 'section' | 'weight' | 'again'> : never
const said = (change: About<Change>) => sentenceOf('en', { ...change, section: 'known', weight: 'notify', again: [] }, then, now)
const month = JSON.stringify({ days: 30, after: 'made' })
const week = JSON.stringify({ days: 7, after: 'made' })

test.each<[About<Change>, string]>([
  [
    { what: 'held', holding: 'email.account', purposes: ['account', 'gone'], keep: month },
    'From now on we also keep “e-mail address” (of your account), for: your account and what is gone. How long: 30 days.',
  ],
  [{ what: 'heldNoMore', holding: 'fax.office', purposes: [], keep: month }, 'We no longer keep “fax number” (of your office).'],
  [
    { what: 'nowOpen', holding: 'ip.account' },
    '“IP address” (of your account) is no longer wholly encrypted: the program, or everybody, can read some of it.',
  ],
  [{ what: 'nowSealed', holding: 'nameless.nowhere' }, '“nameless” (nowhere) is locked away better than before.'],
  [
    { what: 'heldNoMore', holding: 'mine.account', purposes: [], keep: month },
    'We no longer keep “my IP address” (of your account).',
  ],
  [{ what: 'otherSource', holding: 'email.account' }, 'From now on we get “e-mail address” (of your account) in another way.'],
  [
    { what: 'longer', holding: 'email.account', from: week, to: month },
    'We keep “e-mail address” (of your account) for longer: 30 days (before: 7 days).',
  ],
  [
    { what: 'shorter', holding: 'email.account', from: month, to: week },
    'We keep “e-mail address” (of your account) for a shorter time: 7 days (before: 30 days).',
  ],
  [
    { what: 'otherTerm', holding: 'email.account', from: month, to: week },
    'How long we keep “e-mail address” (of your account) changes: 7 days (before: 30 days).',
  ],
  [
    { what: 'alsoFor', holding: 'email.account', purpose: 'account' },
    'From now on we also use “e-mail address” (of your account) for: your account.',
  ],
  [
    { what: 'noLongerFor', holding: 'email.account', purpose: 'gone' },
    'We no longer use “e-mail address” (of your account) for: what is gone.',
  ],
  [
    { what: 'alsoFor', holding: 'email.account', purpose: 'unheardOf' },
    'From now on we also use “e-mail address” (of your account) for: unheardOf.',
  ],
  [
    { what: 'otherBasis', purpose: 'account', from: 'custom', to: 'contract' },
    'The ground for “your account” is now a contract (before: custom).',
  ],
  [
    { what: 'otherBasis', purpose: 'account', from: 'whim', to: 'habit' },
    'The ground for “your account” is now habit (before: whim).',
  ],
  [
    { what: 'receives', recipient: 'mail', purpose: 'account', holdings: ['email.account', 'ip.account'] },
    'From now on this recipient gets more. Mail service: “e-mail address” (of your account) and “IP address” (of your account). What for: your account.',
  ],
  [
    { what: 'receivesNoMore', recipient: 'post', purpose: 'gone', holdings: ['fax.office'] },
    'This recipient gets less. Post office, no longer: “fax number” (of your office) (for: what is gone).',
  ],
  [
    { what: 'loads', recipient: 'mail', purpose: 'account', hosts: ['a.example', 'b.example'] },
    'Mail service: if you say yes, your browser from now on also speaks to a.example and b.example. What for: your account.',
  ],
  [
    { what: 'loadsNoMore', recipient: 'nobody', purpose: 'account', hosts: ['a.example'] },
    'Nobody: your browser no longer speaks to a.example (for: your account).',
  ],
  [
    { what: 'otherCompany', recipient: 'mail', from: { name: 'A', place: 'NL' }, to: { name: 'B', place: 'DE' } },
    'Mail service is now B, Germany (before: A, Netherlands).',
  ],
  [
    { what: 'otherAgreement', recipient: 'mail' },
    'The agreement with mail service was renewed, or its own statement is elsewhere.',
  ],
  [
    { what: 'otherHost', from: { name: 'A', place: 'NL' }, to: { name: 'B', place: 'DE' } },
    'The data are now with B, Germany (before: A, Netherlands).',
  ],
  [{ what: 'backupsLonger', from: 30, to: 40 }, 'What is erased can come out of a backup for longer: 40 days (before: 30).'],
  [{ what: 'backupsShorter', from: 40, to: 30 }, 'What is erased is gone from every backup sooner: after 30 days (before: 40).'],
  [{ what: 'measures' }, 'The description of the server and its measures was renewed.'],
  [{ what: 'leavesEea' }, 'Not everything stays in the European Economic Area any more.'],
  [{ what: 'staysInEea' }, 'From now on everything stays in the European Economic Area.'],
  [{ what: 'encrypted' }, 'From now on everything between your browser and the site is encrypted (HTTPS).'],
  [{ what: 'notEncrypted' }, 'What goes between your browser and the site is no longer encrypted (no HTTPS).'],
  [{ what: 'cookie', cookie: 'c' }, 'There is one more cookie: c.'],
  [{ what: 'cookie', cookie: 'localStorage _x' }, 'Who says yes also gets this in the browser: localStorage _x.'],
  [{ what: 'cookieGone', cookie: 'localStorage _x' }, 'This no longer comes into the browser: localStorage _x.'],
  [{ what: 'cookieGone', cookie: 'c' }, 'We no longer set the cookie c.'],
  [{ what: 'cookieAsks', cookie: 'c' }, 'From now on we set the cookie c only if you say yes.'],
  [{ what: 'cookieAsksNoMore', cookie: 'c' }, 'From now on we set the cookie c without asking.'],
  [
    { what: 'cookieLonger', cookie: 'c', from: null, to: 9 },
    'The cookie c stays longer: 9 days (before: until you close your browser).',
  ],
  [
    { what: 'cookieShorter', cookie: 'c', from: 9, to: null },
    'The cookie c stays for a shorter time: until you close your browser (before: 9 days).',
  ],
  [{ what: 'right', right: 'access' }, 'You have one more right: see.'],
  [{ what: 'rightGone', right: 'old' }, 'This right no longer applies: an old right.'],
  [{ what: 'rightGone', right: 'unheardOf' }, 'This right no longer applies: unheardOf.'],
  [{ what: 'otherController', from: 'A', to: 'B' }, 'Responsible is now B (before: A).'],
  [{ what: 'otherOfficer', from: 'A', to: 'B' }, 'The data protection officer is now B (before: A).'],
  [{ what: 'otherAuthority', from: 'A', to: 'B' }, 'The supervisory authority is now B (before: A).'],
  [
    { what: 'counts', counted: ['language', 'shoeSize'] },
    'From now on we may count, without knowing of whom: in which language and shoeSize.',
  ],
  [{ what: 'countsNoMore', counted: ['language'] }, 'We no longer count: in which language.'],
  [
    { what: 'countsOtherwise', step: 5, keep: month },
    'What we count without knowing of whom is shown in steps of 5 and kept 30 days from now on.',
  ],
  [{ what: 'contact', of: 'officer' }, 'The address of the data protection officer has changed.'],
])('Q17: %o', (change, sentence) => {
  expect(said(change)).toBe(sentence)
})

test('where only words are other ones, that is said', () => {
  expect(wordingChange()).toMatchObject({
    section: 'about',
    weight: 'editorial',
    said: {
      en: 'Some of the text was made clearer. What we do stayed the same.',
      nl: expect.any(String),
      fr: expect.any(String),
    },
  })
})
