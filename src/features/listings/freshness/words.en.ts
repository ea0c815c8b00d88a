import type { Words } from './words.nl'

export const en: Words = {
  title: 'Are they still free?',
  lead: (n) => (n === 1 ? 'Tell us with one press how your advert stands.' : `Tell us how your ${n} adverts stand.`),
  why: 'Then people who look for a room only find rooms that are there, and you get no messages about what is gone.',
  lastSaid: 'Last confirmed:',
  lapsed: 'Paused',
  answers: { free: 'Still free', rented: 'Rented', pause: 'Hide it for now' },
  allFree: (n) => `All ${n} are still free`,
  done: {
    free: 'Thank you. It is online, and everybody sees that it was confirmed today.',
    rented: 'Congratulations! It is no longer shown.',
    pause: 'Paused. You put it back online under My adverts.',
  },
  allDone: 'All is up to date',
  allDoneText: 'You have told us about all your adverts. We will ask again in three weeks.',
  toMine: 'To my adverts',
  toRooms: 'See other rooms',
  letButton: 'Rented already? Tell us',
  thanksTitle: 'Thank you',
  thanks:
    'We ask the advertiser whether the room is still free. Without an answer the advert goes within a week. Nobody learns that it was you who asked.',
  pausedQuietly: 'Paused because we heard nothing from you. Is the room still free? One press puts it back online.',
  facts: (asked, now) =>
    `On ${asked} we asked you by mail whether this room is still free. On ${now} we had no answer. An advert of which nothing was said within a week of that question is paused.`,
  askHuman: 'Ask for a human to look',
  again: {
    title: 'Open again',
    lead: 'Check the dates and the price. All the rest, photos too, stays as it was.',
    button: 'Put back online',
    link: 'Open again',
  },
  mails: {
    stillFree: {
      subject: (n, site) => (n === 1 ? `Is your room on ${site} still free?` : `Are your ${n} rooms on ${site} still free?`),
      text: (n) => [
        n === 1
          ? 'Your advert has been online for three weeks without a word from you.'
          : 'Your adverts have been online for three weeks without a word from you.',
        'One press is enough, without signing in. If we hear nothing within a week we pause them; you put them back online whenever you like.',
      ],
      button: 'Tell how they stand',
    },
    lapsed: {
      subject: (n, site) => (n === 1 ? `Your advert on ${site} is paused` : `${n} adverts on ${site} are paused`),
      text: (n) => [
        n === 1
          ? 'We heard nothing about your advert, so nobody sees it now.'
          : 'We heard nothing about these adverts, so nobody sees them now.',
        'Has nothing changed? One press puts them back online, with all that is in them.',
      ],
      button: 'Put back online',
    },
    byRule: 'A computer decided this, by one rule: no answer within a week. With the same button you ask for a human to look.',
    more: (n) => `• and ${n} more`,
    after: ['The link works for a week. Whoever has it can only confirm or pause these adverts.'],
  },
}
