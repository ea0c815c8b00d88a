import type { ChangeWords } from './words.nl'

export const en = {
  quoted: (name) => `“${name}”`,
  known: {
    held: (what, why, keep) => `From now on we also keep ${what}, for: ${why}. How long: ${keep}.`,
    heldNoMore: (what) => `We no longer keep ${what}.`,
    longer: (what, to, from) => `We keep ${what} for longer: ${to} (before: ${from}).`,
    shorter: (what, to, from) => `We keep ${what} for a shorter time: ${to} (before: ${from}).`,
    otherTerm: (what, to, from) => `How long we keep ${what} changes: ${to} (before: ${from}).`,
    alsoFor: (what, why) => `From now on we also use ${what} for: ${why}.`,
    noLongerFor: (what, why) => `We no longer use ${what} for: ${why}.`,
    nowOpen: (what) => `${what} is no longer wholly encrypted: the program, or everybody, can read some of it.`,
    nowSealed: (what) => `${what} is locked away better than before.`,
    otherSource: (what) => `From now on we get ${what} in another way.`,
  },
  why: { otherBasis: (why, to, from) => `The ground for “${why}” is now ${to} (before: ${from}).` },
  receivers: {
    receives: (who, what, why) => `From now on this recipient gets more. ${who}: ${what}. What for: ${why}.`,
    receivesNoMore: (who, what, why) => `This recipient gets less. ${who}, no longer: ${what} (for: ${why}).`,
    otherCompany: (who, to, from) => `${who} is now ${to} (before: ${from}).`,
    otherAgreement: (who) => `The agreement with ${who} was renewed, or its own statement is elsewhere.`,
  },
  where: {
    otherHost: (to, from) => `The data are now with ${to} (before: ${from}).`,
    measures: 'The description of the server and its measures was renewed.',
    leavesEea: 'Not everything stays in the European Economic Area any more.',
    staysInEea: 'From now on everything stays in the European Economic Area.',
    encrypted: 'From now on everything between your browser and the site is encrypted (HTTPS).',
    notEncrypted: 'What goes between your browser and the site is no longer encrypted (no HTTPS).',
    backupsLonger: (to, from) => `What is erased can come out of a backup for longer: ${to} days (before: ${from}).`,
    backupsShorter: (to, from) => `What is erased is gone from every backup sooner: after ${to} days (before: ${from}).`,
  },
  cookies: {
    cookie: (name) => `There is one more cookie: ${name}.`,
    cookieGone: (name) => `We no longer set the cookie ${name}.`,
    cookieLonger: (name, to, from) => `The cookie ${name} stays longer: ${to} (before: ${from}).`,
    cookieShorter: (name, to, from) => `The cookie ${name} stays for a shorter time: ${to} (before: ${from}).`,
    cookieAsks: (name) => `From now on we set the cookie ${name} only if you say yes.`,
    cookieAsksNoMore: (name) => `From now on we set the cookie ${name} without asking.`,
  },
  rights: {
    right: (name) => `You have one more right: ${name}.`,
    rightGone: (name) => `This right no longer applies: ${name}.`,
  },
  who: {
    otherController: (to, from) => `Responsible is now ${to} (before: ${from}).`,
    otherOfficer: (to, from) => `The data protection officer is now ${to} (before: ${from}).`,
    otherAuthority: (to, from) => `The supervisory authority is now ${to} (before: ${from}).`,
    controller: 'The address of who is responsible has changed.',
    officer: 'The address of the data protection officer has changed.',
    authority: 'The address of the supervisory authority has changed.',
  },
} satisfies ChangeWords
