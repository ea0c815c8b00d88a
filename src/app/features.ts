import { accounts, registration } from '../features/accounts'
import { alerts } from '../features/alerts'
import { campaigns } from '../features/campaigns'
import { chat } from '../features/chat'
import { choices, consent } from '../features/consent'
import { contact } from '../features/contact'
import { crisp } from '../features/crisp'
import { desk, moderation } from '../features/desk'
import { incidents } from '../features/incidents'
import { listings } from '../features/listings'
import { messages } from '../features/messages'
import { newsletter } from '../features/newsletter'
import { avatars, replies } from '../features/replies'
import { requests } from '../features/requests'
import { search } from '../features/search'
import { shortlists } from '../features/shortlists'
import { statistics } from '../features/statistics'
import { writing } from '../features/writing'
import { yourData } from '../features/your-data'
import type { Feature, FeatureName } from '../platform/feature'

/** Every feature of the product, in the order of the floors. */
const all: readonly Feature[] = [
  accounts,
  registration,
  desk,
  moderation,
  listings,
  search,
  alerts,
  shortlists,
  messages,
  incidents,
  yourData,
  requests,
  consent,
  choices,
  campaigns,
  contact,
  chat,
  crisp,
  writing,
  replies,
  avatars,
  newsletter,
  statistics,
]

/** The features that a site names. */
export const featuresOf = (names: readonly FeatureName[]): Feature[] => all.filter((feature) => names.includes(feature.name))
