import type { Words } from './words.nl'

export const en = {
  report: {
    title: { listing: 'Report this advert', thread: 'Report this conversation' },
    lead: 'Is something wrong? Tell us. A person looks at your report and lets you know what we decide.',
    about: 'You are reporting',
    reason: 'What is the matter?',
    reasons: {
      scam: { text: 'A scam', hint: 'Asking for money before a visit, a room that does not exist, stolen photos.' },
      discrimination: {
        text: 'Discrimination',
        hint: 'Refusing someone because of origin, religion, sex, disability or income.',
      },
      unlawful: {
        text: 'Something else that the law forbids',
        hint: 'A deposit that is too high, a room declared unfit to live in.',
      },
      wrong: { text: 'It is not correct', hint: 'The price or the place is wrong, or the room is already let.' },
      abuse: { text: 'Harassment or threats', hint: 'Insults, threats, unwanted messages.' },
      other: { text: 'Something else', hint: undefined },
    },
    explanation: {
      label: 'What exactly is wrong, and why?',
      hint: 'The clearer it is, the sooner we can decide. Leave out details of other people that are not needed.',
    },
    contact: { label: 'Your e-mail address', hint: 'We send you a receipt and, later, our decision.' },
    goodFaith: {
      legend: 'In good faith',
      label: 'I am convinced that what I write here is accurate and complete.',
    },
    whoSees: 'Whoever placed the advert or wrote with you is not told who reported it.',
    submit: 'Send the report',
    back: 'Back',
    sentTitle: 'We have your report',
    sent: 'Thank you. We have mailed you a receipt. As soon as we decide, we mail you what and why.',
    urgent: 'Is there immediate danger? Call 112. Have you lost money? Call your bank at once and report it to the police.',
  },
  errors: {
    reason: { choose: 'Choose what is the matter' },
    explanation: { required: 'Explain what is wrong', tooShort: 'Explain in a few words what is wrong' },
    contact: { required: 'Enter your e-mail address, so that we can answer you' },
    goodFaith: { goodFaith: 'Tick that you report in good faith' },
  },
  mails: {
    about: { listing: 'an advert', thread: 'a conversation' },
    received: {
      subject: (site) => `We have your report on ${site}`,
      text: (about, reason, day) => [
        `Thank you for your report of ${day} about ${about} (${reason}).`,
        'One of us looks at it. Nothing is decided automatically. You will get our decision, and the reason for it, in another mail.',
      ],
      reference: (reference) => `Number of your report: ${reference}`,
    },
  },
} satisfies Words
