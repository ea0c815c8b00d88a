import type { Words } from './words.nl'

export const en = {
  title: 'Viewing',
  offer: 'Offer times',
  offerTo: (name) => `Offer ${name} times to come and see`,
  offerAll: 'Offer times to everybody who replied',
  offerText: 'Choose a day and one or more times. Whoever comes to see books one; you get a mail about it.',
  offerAllText: (n) =>
    n === 1
      ? 'One conversation is still open. That person gets a message with these times.'
      : `${n} conversations are still open. Everybody gets a message of their own; the place goes to who books first.`,
  day: 'Day',
  times: 'Times',
  timesHint: 'One or more, with commas: 14:00, 14:30, 5pm',
  time: 'Time',
  minutes: 'How long',
  minutesOf: (n) => `${n} minutes`,
  places: 'How many people at once',
  medium: 'How',
  media: { visit: 'On site', video: 'From afar, by video' },
  note: 'Where and how',
  noteHint:
    'The address, the bell, or the link of the video call, say. Only who books a time sees this. We give your address in no other way.',
  send: 'Offer',
  errors: {
    times: 'Write times like 14:00 or 2.30pm, twelve at most, with commas',
    time: 'Write a time like 14:00 or 2pm',
    past: 'Choose a time that is still to come',
    far: 'Choose a time within half a year',
  },
  offered: 'Times on offer',
  none: 'You have offered no times yet.',
  free: (free, places) => (places === 1 ? 'Still free' : free === 1 ? '1 place left' : `${free} places left`),
  full: 'Full',
  forAll: 'For everybody who replied',
  taken: (names) => `Booked by ${names}`,
  change: 'Change',
  changeTitle: 'Change this time',
  changeText: (n) =>
    n === 0
      ? 'Nobody has booked this time yet.'
      : n === 1
        ? 'Who booked it gets a message and a mail at once.'
        : `The ${n} people who booked it get a message and a mail at once.`,
  move: 'Move',
  callOff: 'Call this time off',
  invitation: 'You can come and see it',
  choose: 'Choose the time that suits you. You can still move or cancel it later.',
  book: 'Book',
  bookThis: (when) => `Book ${when}`,
  moveHere: 'Move to this',
  moveThis: (when) => `Move to ${when}`,
  otherTimes: 'Another time',
  booked: 'The viewing is booked',
  bookedWith: (name) => `${name} is coming to see it`,
  calledOff: 'The viewing is off',
  was: (when) => `It was planned for ${when}.`,
  takenNow: 'Somebody else has just booked that time. Choose another one.',
  gone: 'That time is no longer there. Choose another one.',
  ics: 'Put it in your calendar',
  icsOff: 'Take it out of your calendar',
  cancel: 'Cancel',
  cancelText: 'Can’t make it after all? Cancel, so that somebody else gets the place.',
  video: 'From afar, by video',
  whereIs: 'Where and how',
  noteMissing: 'The advertiser did not write where. Ask below.',
  safety: 'Pay nothing to be allowed to come and see.',
  summary: (about) => `Viewing: ${about}`,
  description: 'Move or cancel it in the conversation:',
  fileName: 'viewing',

  written: {
    offer: (whens) => `You can come and see it:\n${whens}\n\nChoose the time that suits you here in the conversation.`,
    booked: (when) => `I am coming to see it on ${when}.`,
    rebooked: (was, when) => `I moved my visit from ${was} to ${when}.`,
    cancelled: (when) => `I cannot come on ${when} after all.`,
    calledOff: (when) => `The viewing on ${when} is off.`,
    moved: (was, when) => `The viewing of ${was} has moved to ${when}. If that does not suit you, cancel or choose another time.`,
  },
  mails: {
    changed: {
      subject: 'Something changed about a viewing',
      text: 'In one of your conversations a viewing was booked, moved or called off. Look there for which, and when.',
    },
    reminder: {
      subject: 'You have a viewing soon',
      text: 'You have a viewing within 24 hours. When and where stands in the conversation; if you cannot make it, cancel there.',
    },
    button: 'Open the conversation',
  },
} satisfies Words
