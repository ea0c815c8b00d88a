import type { Words } from './words.nl'

const times = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const en = {
  title: 'Newsletter',
  block: { title: 'Read it in your mailbox' },
  form: {
    lead: 'A letter now and then with what we write. You stop with one click, whenever you like.',
    how: [
      'We ask for your e‑mail address only.',
      'First we mail you a link. You are on the list only once you confirm it.',
      'We do not see whether you open a letter or what you click.',
    ],
    email: 'Your e‑mail address',
    hint: 'For the newsletter only.',
    kept: (days) => `What you do not confirm is gone after ${times(days, 'day', 'days')}.`,
    privacy: 'What we know and why',
    website: 'Leave this field empty',
    submit: 'Send me the link',
    tooMany: 'Too many at once',
    tooManyText: 'This address or this network asked for it a few times just now. Nothing is lost: try again later.',
    errors: {
      email: {
        required: 'Enter your e‑mail address',
        email: 'Enter an e‑mail address, like name@example.be',
      },
    },
  },
  done: {
    sent: {
      title: 'Look in your mailbox',
      text: 'We sent a link to that address. Open it and confirm: only then are you on the list. If nothing comes, that address may want no more letters from us.',
    },
    subscribed: {
      title: 'You are subscribed',
      text: 'The next letter will come to you. At the foot of each letter is a link to stop.',
    },
    stopped: {
      title: 'You get no more letters',
      text: 'You are unsubscribed, and your address is erased.',
    },
    never: {
      title: 'We leave you alone',
      text: 'You are unsubscribed, and your address is erased.',
    },
    stays: (months) =>
      `So that nobody puts it on the list again, a hash of it stays for ${months} months, made with a secret key of its own: no address can be read from it. Change your mind? Ask us, and we take it away.`,
    again: 'To the newsletter',
    home: 'To the home page',
  },
  confirm: {
    title: 'Do you want our newsletter?',
    text: (months) =>
      `Your yes holds for ${months} months, and you can take it back at any time. We remember that you gave it, and what stood here.`,
    submit: 'Yes, I want it',
  },
  link: {
    title: 'Your newsletter',
    until: (day) => `You are subscribed until ${day}. After that it stops by itself.`,
    stop: 'Stop the newsletter',
    renew: 'Stay subscribed for longer',
    renewed: 'Fine: you stay subscribed.',
    never: 'Never mail again',
    neverText: (months) =>
      `It stops as well then, and we keep an unreadable fingerprint of your address for ${months} months, so that nobody can subscribe it again. If you want letters again later, write to us.`,
    neverAct: 'Stop, and never mail me again',
    none: 'There is nothing left to stop',
    noneText: 'Nobody is subscribed with this link any more. You get no letters.',
  },
  mails: {
    confirm: {
      subject: (site) => `Confirm the newsletter of ${site}`,
      text: (site) => `Somebody entered this address for the newsletter of ${site}. Was that you? Then confirm it.`,
      button: 'Confirm the newsletter',
      notYou: (days) =>
        `Was it not you? Then do nothing: without a confirmation you get no letters, and after ${times(days, 'day', 'days')} your address is gone from here.`,
    },
    letter: {
      read: 'Read it on the site',
      why: (site, day) =>
        `You get this because you subscribed to the newsletter of ${site}. Your yes holds until ${day}. We do not see whether you open this letter or what you click.`,
      stop: 'Stop, or stay subscribed for longer',
    },
    test: {
      subject: (title) => `[Test] ${title}`,
      why: 'This is a test: you alone got it. In the real letter it says here how to stop.',
    },
  },
  desk: {
    lead: 'A letter is an article that you mail to those who subscribed to that. Nobody sees who opens it or what they click: we count only, in whole tens, to how many people it went.',
    readers: 'Subscribed',
    about: (n) => (n === undefined ? 'fewer than 10' : `at least ${n}`),
    new: 'Make a letter',
    article: 'Which article do you want to mail?',
    articleHint: 'A draft is fine too: it is not on the site then, but it is in the letter.',
    noArticles: 'There is no article yet.',
    write: 'Write an article',
    make: 'Make a letter',
    letters: 'Letters',
    none: 'No letters yet',
    column: { letter: 'Letter', language: 'Language', state: 'Stands', at: 'Departure' },
    states: { draft: 'Draft', scheduled: 'Scheduled', leaving: 'Leaving now', sent: 'Sent' },
    gone: 'The article is gone',
    goneText: 'The article of this letter is there no more. Throw the letter away, or write the article again.',
    when: 'When does the letter leave?',
    now: 'Now',
    nowHint: 'Within a minute. There is no taking it back.',
    later: 'Later',
    day: 'Day',
    time: 'Time',
    zone: 'Such as 9:30, in the time of Brussels.',
    send: 'Send the letter',
    test: 'Send a test to me',
    tested: 'The test is on its way to your own address.',
    unschedule: 'Do not send it after all',
    remove: 'Throw away',
    removeSure: 'The letter goes; the article stays.',
    cancel: 'Back',
    said: 'What it says',
    asArticle: 'This is how the article stands now. What you change there before the letter leaves, changes here too.',
    asSent: 'This is how the letter left. What you changed in the article since is not in it.',
    gotBy: 'Went to',
    untracked: 'Counted in whole tens, over the last 30 days. Whether anybody opened the letter, we do not know.',
    alone: {
      title: 'Leave an address alone',
      lead: 'Did somebody ask never to be mailed again, or complain where they get their mail? Type the address: it stops at once, and nobody can subscribe it any more.',
      email: 'E‑mail address',
      add: 'Leave alone',
      lift: 'May be mailed again',
    },
    done: {
      alone: 'This address gets no more letters.',
      again: 'This address can be subscribed again.',
      notAlone: 'This address was not left alone.',
    },
    errors: {
      article: 'Choose an article',
      when: 'Choose when the letter leaves',
      day: 'Enter a day and a time that are still to come',
    },
  },
} satisfies Words
