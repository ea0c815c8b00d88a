import { expect, test } from 'vitest'
import kot from '../../sites/kot/site'
import { asksFor } from '../register'
import { featuresOf } from './features'

// Every mail that the site can send, written out: whoever adds one says here what it is for.
const signingIn = [
  'confirm',
  'signIn',
  'reset',
  'changeEmail',
  'emailChanging',
  'passwordChanged',
  'passkeyAdded',
  'dormant',
].map((name) => `accounts.${name}`)
const aboutMessages = ['new', 'unsent', 'viewing', 'reminder', 'removed', 'changed'].map((name) => `messages.${name}`)
const aboutAdverts = ['claimed', 'evidence', 'held', 'lapsed', 'notClaimed', 'released', 'school', 'stillFree'].map(
  (name) => `listings.${name}`,
)
const aboutDecisions = ['received', 'decided', 'measure', 'complaintDecided'].map((name) => `desk.${name}`)
const aboutRights = ['restricted', 'lifting', 'objection'].map((name) => `desk.${name}`)
const onRequest = ['link', 'confirm', 'received', 'extended', 'answered', 'soon', 'late', 'copy', 'ordered', 'erased'].map(
  (name) => `requests.${name}`,
)
const aboutSearches = ['alerts.found', 'alerts.ending']
const aboutTheStatement = ['your-data.changed']
const withACopy = ['your-data.copy']
const theLast = ['your-data.farewell']
const aboutBreaches = ['incidents.notice']
const forStaff = ['desk.setUp', 'desk.sweepLate', 'incidents.alarm', 'your-data.audit']

test('K16 each mail is to sign in or a service; there is no commercial one, and no consent to such is asked', () => {
  const names = featuresOf(kot.features).flatMap(({ mails }) => Object.keys(mails ?? {}))
  expect(names.sort()).toEqual(
    [
      ...signingIn,
      ...aboutMessages,
      ...aboutAdverts,
      ...aboutDecisions,
      ...aboutRights,
      ...onRequest,
      ...aboutSearches,
      ...aboutTheStatement,
      ...aboutBreaches,
      ...withACopy,
      ...theLast,
      ...forStaff,
    ].sort(),
  )
  expect(asksFor(kot.recipients)).toEqual([])
})
