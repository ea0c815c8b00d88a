import type { Words } from './words.nl'

export const en = {
  panel: {
    title: 'May we do this?',
    lead: (controller) => `${controller} asks for your consent. If you say no, everything works just as well.`,
    by: (companies) => `Through ${companies}.`,
    yes: 'Yes, go ahead',
    no: 'No, thanks',
    choose: 'Choose myself',
    more: 'What we know about you and why',
  },
  choices: {
    title: 'Your choices',
    link: 'Your choices',
    lead: 'Here you say what you consent to. You can take it back at any time, as easily as you gave it: it stops at once.',
    saved: 'Your choice is saved.',
    changed: 'What we ask has changed in the meantime. Please read it again: your yes counts only once you say it anew.',
    gpc: 'Your browser says no for you',
    gpcText:
      'Your browser sends ‘Global Privacy Control’. To us that is a no to everything that happens in your browser. So we do not ask you, and nothing loads from others.',
    browser: 'In this browser',
    account: 'For your account',
    signIn: 'Sign in to choose what holds for your account too.',
    allow: 'I consent',
    companies: 'Through whom',
    cookies: 'Cookies that come with it',
    itsStatement: 'its privacy statement',
    said: (yes, day) => (yes ? `You said yes on ${day}.` : `You said no on ${day}.`),
    unsaid: 'You have not answered this yet. Until you do, it does not happen.',
    save: 'Save my choice',
    all: 'Or all at once',
    allNo: 'No to everything',
    allYes: 'Yes to everything',
  },
} satisfies Words
