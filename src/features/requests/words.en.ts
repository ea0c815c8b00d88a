import type { Words } from './words.nl'

export const en: Words = {
  errors: {
    email: { required: 'Enter your e‑mail address' },
  },
  ask: {
    title: 'What do you hold about me?',
    lead: 'Without an account too you can see what we hold about you, take it along or have it erased.',
    what: [
      'You get a mail at the address that you enter. It shows that the mailbox is yours; we need not know more.',
      'Never send us a copy of your identity card.',
      'Whoever enters an address here does not see whether we know it. Only the mail says so.',
    ],
    signedIn: 'You are signed in: everything is under',
    myData: 'Everything we hold about you',
    email: 'Your e‑mail address',
    emailHint: 'The address with which you once wrote to us, reported something or began an account.',
    submit: 'Mail me a link',
    other: 'Ask something else about your data, or complain',
    sent: {
      title: 'Look in your mailbox',
      text: 'We sent a mail to the address that you entered. It says whether we hold something about you, and how to see it.',
      not: 'Nothing there? Look among the unwanted mail, and whether the address was right.',
      again: 'Try again',
    },
    openTitle: 'See what we hold about you',
    openLead: 'This link works once. After that the page stays open in this browser for an hour.',
    open: 'Open my data',
  },
  yours: {
    title: 'What we hold about you',
    lead: (address) =>
      `Everything we keep under ${address}, without an account. Opened for you alone, for an hour, in this browser.`,
    account: 'There is an account with this address too',
    accountText: 'What belongs to it you see once you are signed in.',
    signIn: 'Sign in',
    forgot: 'Forgot your password',
    copy: 'Download a copy',
    wrong: 'Is something wrong, or do you want something else?',
    request: 'Ask us',
    end: 'Erase everything',
    endText: 'Everything on this page is then gone at once and for good, also a question or report that we still had to answer.',
    sureLabel: 'Are you sure?',
    sure: 'Yes, erase everything here',
    sureMissing: 'Tick this if you want everything erased',
    gone: {
      done: 'Your data are erased',
      doneLead: 'This is your receipt; we keep none ourselves. Print it or save the page if you want to keep it.',
    },
  },
  mails: {
    link: {
      subject: (site) => `What ${site} holds about you`,
      asked: (site) => `Somebody asked ${site} what we hold under this address.`,
      known:
        'We hold something. With the button below you see everything, and can take it along, erase it or have it only stored. The link works once, for two hours.',
      account:
        'There is an account with this address. Sign in and look under My account. If you no longer know your password, choose a new one: then you can end the account too.',
      nothing: 'We hold nothing about you, but for this question itself. It goes by itself within two days.',
      button: 'See what we hold about you',
      signIn: 'Sign in',
      forgot: 'Choose a new password',
      notYou: 'Did you not ask this? Then you need do nothing: without this mail nobody sees anything.',
    },
  },
}
