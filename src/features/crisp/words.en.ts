import { type Words, within } from './words.nl'

const times = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const en: Words = {
  title: 'Chat',
  way: 'Chat with us',
  who: (company) => `Our chat is run by ${company}.`,
  what: ({ company, place, parts, host, days }) =>
    `What you say there, your IP address and what your browser tells of itself go to ${company}: we read it there. It lies ${host ? `on machines of ${host} ` : ''}in ${place}${within(parts)}, and is erased there after ${times(days, 'day', 'days')} without a message.`,
  part: (what, place) => `${what}: ${place}`,
  cookie: (days) =>
    `Nothing of it is loaded before you press the button, and then on this page alone; your browser gets a cookie to find your conversation again: ${times(days, 'day', 'days')}.`,
  itsStatement: (company) => `Privacy statement of ${company}`,
  ours: 'Our privacy statement',
  start: 'Start the chat',
  changed: 'What stands beside the button has changed meanwhile. Read it once more, and then press again.',
  gpc: 'Your browser says no',
  gpcText:
    'With Global Privacy Control your browser asks to load nothing of others. So we do not load the chat. Write to us with the form.',
  noScript: 'The chat does not work without scripts. Write to us with the form.',
  open: 'The chat opens here. Your conversation stays in it, also when you come back later.',
  failed: 'The chat does not come. Write to us with the form, or try again later.',
  stopTitle: 'Erase the conversation and stop',
  stopText: (company) =>
    `Everything that was said goes, here and with ${company}, and nothing of it is loaded any more. That cannot be undone.`,
  stop: 'Erase the conversation',
  erased: 'The conversation was erased.',
  erasedText: (company) =>
    `Here all of it is gone. ${company} is asked at once to erase the conversation, and again until it is done.`,
  desk: {
    title: 'To erase at Crisp',
    nth: (code) => `Conversation ${code}`,
    lead: 'Crisp did not erase this conversation, though we have asked for more than a day. Erase it in Crisp itself, and say here that it is done. We go on trying ourselves too, until a day and a half after the first time.',
    since: 'Asked since',
    session: 'Name of the conversation in Crisp',
    show: 'Show the name',
    reason: 'To erase a conversation at Crisp',
    sureLabel: 'Is it erased?',
    sure: 'Yes, I erased it in Crisp',
    sureMissing: 'Erase the conversation in Crisp first, and then say that it is done',
    done: 'It is erased',
    after: 'After that we know nothing more of it.',
  },
}
