import type { Circle } from './holdings'

/** The categories of people that the site knows something of: GDPR article 30(1)(c). */
export const categories = [
  'visitor',
  'registering',
  'member',
  'seeker',
  'advertiser',
  'reporter',
  'asker',
  'replier',
  'subscriber',
  'staff',
] as const
export type Category = (typeof categories)[number]

/** Of whom what is held in each circle tells. */
export const peopleIn: Record<Circle, readonly [Category, ...Category[]]> = {
  pending: ['registering'],
  leaving: ['advertiser'],
  account: ['member'],
  change: ['member'],
  mail: ['registering', 'member'],
  lastSession: ['member'],
  limits: ['visitor', 'member'],
  log: ['visitor', 'member'],
  saved: ['seeker'],
  draft: ['advertiser'],
  listing: ['advertiser'],
  school: ['member'],
  thread: ['seeker', 'advertiser'],
  notice: ['reporter', 'member'],
  question: ['asker'],
  request: ['asker'],
  desk: ['asker', 'member'],
  form: ['asker'],
  chat: ['visitor', 'member'],
  signup: ['subscriber'],
  newsletter: ['subscriber'],
  campaigns: ['member'],
  article: ['staff'],
  reply: ['replier'],
  staff: ['staff'],
  sent: ['member'],
  ledger: ['member'],
  incident: ['member'],
  asked: ['member'],
  consent: ['visitor', 'member', 'subscriber'],
  own: ['member'],
  farewell: ['member', 'asker'],
  telling: ['member'],
}
