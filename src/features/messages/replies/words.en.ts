import type { DeclineReason } from '../../../register/tables/messages'
import type { Words } from './words.nl'

const because: Record<DeclineReason, string> = {
  first: ': somebody was just ahead of you',
  period: ': the period does not fit',
  budget: ': the price does not fit what you look for',
  fit: ': somebody else fits better what we look for',
  withdrawn: ': it is no longer to let',
  other: '',
}
export const en = {
  title: 'Replies',
  about: (title) => `Replies to ${title}`,
  adverts: 'By advert',
  counts: (all, fresh) => `${all === 1 ? '1 reply' : `${all} replies`}${fresh > 0 ? `, ${fresh} new` : ''}`,
  statusLabel: 'Which replies',
  all: 'All',
  statuses: {
    new: 'New',
    seen: 'Seen',
    shortlisted: 'Shortlisted',
    viewing: 'Viewing',
    declined: 'Declined',
    rented: 'Rented',
  },
  none: 'Nobody here',
  noneText: 'Whoever replies to this advert is found here.',
  open: 'Read',
  choose: 'Who',
  decline: 'Decline kindly',
  declineChosen: 'Kindly decline those chosen',
  offer: 'Offer times',
  rent: 'Rented',
  toAdvert: 'To the advert',
  shortlist: 'Shortlist',
  unshortlist: 'Take off shortlist',
  shortlistHint: 'Only you see your shortlist.',
  handle: 'This reply',

  reason: 'Why not?',
  reasonHint: 'A reason helps who is looking. In the Netherlands you owe one.',
  reasons: {
    first: 'Somebody else was first',
    period: 'The period does not fit',
    budget: 'The price does not fit',
    fit: 'Somebody else suits the house better',
    withdrawn: 'The room is no longer to let',
    other: 'Another reason',
  },
  line: 'Anything to add?',
  lineHint: 'One sentence, the same for all. It stands in the message as you write it.',
  preview: 'This is what they get, each in their own language:',
  declineTo: (names) => `For ${names}.`,
  nobody: 'First choose whom you want to decline.',
  send: 'Send',
  undoText: (n) =>
    n === 1
      ? 'The message leaves in ten minutes. Until then you can take it back.'
      : `The ${n} messages leave in ten minutes. Until then you can take them back.`,
  leaving: (n) => (n === 1 ? '1 message is about to leave.' : `${n} messages are about to leave.`),
  undo: 'Take back',
  undone: 'Taken back. Nothing was sent.',

  rentTitle: 'The room is rented',
  rentText: 'We mark the advert as rented and tell those who still wait. Free times to come and see are called off.',
  winner: 'To whom?',
  elsewhereWinner: 'To somebody who did not reply here',
  winnerMessage: 'Message to who gets the room',
  restMessage: (language, n) => (n === 1 ? `Message to 1 other (${language})` : `Message to ${n} others (${language})`),
  rentSend: 'Rented, and let them know',
  noRest: 'Nobody is waiting for an answer any more.',

  told: {
    sent: 'The advertiser has not seen your message yet.',
    seen: 'The advertiser has seen your message.',
    answered: 'The advertiser has answered.',
    invited: 'You can come and see it: choose a time.',
    viewing: 'Your viewing is booked.',
    declined: 'This room will not be yours.',
    elsewhere: 'The room was rented to somebody else.',
    rented: 'The room is yours. Congratulations!',
  },
  toldTags: {
    sent: 'Not read yet',
    seen: 'Read',
    answered: 'Answered',
    invited: 'Invited',
    viewing: 'Viewing',
    declined: 'Not this time',
    elsewhere: 'Rented to another',
    rented: 'Yours',
  },
  stands: 'How it stands',
  because: (reason) => `Reason: ${reason}.`,
  onward: 'Keep looking',

  declined: (reason, line) =>
    `Hello,\n\nThank you for your message. This room will not be yours this time${because[reason]}.${line ? `\n\n${line}` : ''}\n\nGood luck with your search!`,
  farewells: {
    declined: '',
    elsewhere:
      'Hello,\n\nThank you for your interest. The room has meanwhile been rented to somebody else.\n\nGood luck with your search!',
    rented: 'Hello,\n\nGood news: the room is yours. Let us agree here on how to sign the lease.',
  },
} satisfies Words
