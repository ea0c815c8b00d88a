import type { Words } from './words.nl'

const count = new Intl.NumberFormat('en-GB')

export const en = {
  menu: 'Searches',
  demand: {
    fits: (about) => `This room fits the saved searches of about ${about} people.`,
    more: (about, price, besides) =>
      besides
        ? `At ${price} a month in all, about ${about} more would come in.`
        : `At ${price} a month in all, it would fit those of about ${about} people.`,
    how: 'Rounded to tens, and never under ten: it tells nothing about any one person.',
  },
  save: 'Save this search',
  saveHint: 'and get a mail when something new comes in',
  new: {
    title: 'Save a search',
    lead: (name) => `We keep an eye open for: ${name}.`,
    submit: 'Save',
    who: 'Where do the mails go?',
    whoText:
      'This makes an account, so that you can change or stop the search. It starts once you confirm your e‑mail address. Have an account already?',
    signIn: 'Sign in',
    submitNew: 'Save and make my account',
    nothing: 'There is nothing to save yet',
    nothingText: 'First choose a place, a price or something else. Then you can save that search.',
    toSearch: 'Find a room',
    tooMany: (most) => `You keep ${most} already. Delete one first.`,
  },
  frequency: 'When do you want a mail?',
  frequencies: { atOnce: 'At once', daily: 'At most one a day', weekly: 'At most one a week', none: 'No mails' },
  frequencyHints: {
    atOnce: 'Good rooms go fast.',
    daily: 'Everything new, together.',
    weekly: 'Everything new, together.',
    none: 'Only keep it, to find it again.',
  },
  night: 'Quiet hours',
  atNight: 'At night too',
  atNightHint: 'Otherwise we do not mail between 10 pm and 7 am.',
  list: {
    title: 'Saved searches',
    emptyTitle: 'You have no saved searches yet',
    empty: 'Search as you like, and choose “Save this search”. We mail you when something new comes in.',
    open: 'See what there is now',
    change: 'Change',
    until: (day) => `Kept until ${day}. Changing it renews it.`,
    pause: 'Pause the mails',
    paused: 'No mails',
    remove: 'Delete',
    off: 'You turned off mails about searches in your settings: none are sent now.',
    settings: 'To the settings',
    another: 'Looking for something else? Open the search, change it and save it again.',
  },
  done: {
    saved: 'Saved. We keep an eye open for you.',
    changed: 'Changed.',
    paused: 'You get no more mails about this search.',
    removed: 'Deleted.',
    renewed: 'Renewed.',
  },
  link: {
    told: (n) => (n === 1 ? 'This room was new' : `These ${count.format(n)} rooms were new`),
    none: 'What that mail told of is no longer for rent.',
    keep: 'Keep this search',
    until: (day) => `Your search is kept until ${day}.`,
    renew: 'Renew for six months',
    all: 'See all there is now',
    stopTitle: 'No more mails about this search?',
    stopText: 'The search itself stays saved: you find it again when you sign in.',
    stop: 'Stop these mails',
    back: 'Rather not',
    mine: 'All your searches',
  },
  mails: {
    aMonth: (amount) => `${amount} a month`,
    was: (amount) => `was ${amount}`,
    found: {
      subject: (n, name) => `${count.format(n)} new: ${name}`,
      lead: (n, name) =>
        n === 1 ? `There is one more room for: ${name}.` : `There are ${count.format(n)} more rooms for: ${name}.`,
      some: (shown, n) => `Here are ${count.format(shown)} of ${count.format(n)}.`,
      all: (n) => `See all ${count.format(n)}`,
      look: 'See it on the site',
    },
    often: { atOnce: 'as soon as something new comes in', daily: 'at most once a day', weekly: 'at most once a week', none: '' },
    why: (often, day) => `You asked for this mail: ${often}, until ${day}.`,
    renew: 'Renew or change',
    stop: 'No more mails about this search',
    ending: {
      subject: (name) => `Still looking? ${name}`,
      lead: (name, day) => `On ${day} your saved search ends: ${name}.`,
      keep: 'Yes, I am still looking',
      else: 'Found something? Then you need not do anything: it goes by itself.',
    },
  },
} satisfies Words
