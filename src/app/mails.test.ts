import { expect, test } from 'vitest'
import kot from '../../sites/kot/site'
import { renderMail } from '../platform/mail/render'
import { consentsOf } from '../register'
import { featuresOf } from './features'
import { testSite } from './testing'
import { makeWorld } from './testing/world'

// Every mail that the site can send, written out: whoever adds one says here what it is for.
const signingIn = ['confirm', 'signIn', 'reset', 'changeEmail', 'emailChanging', 'passwordChanged', 'passkeyAdded'].map(
  (name) => `accounts.${name}`,
)
const aboutMessages = ['new', 'unsent', 'viewing', 'reminder', 'warned', 'withdrawn', 'changed'].map((name) => `messages.${name}`)
const aboutAdverts = ['claimed', 'evidence', 'held', 'lapsed', 'notClaimed', 'released', 'school', 'stillFree'].map(
  (name) => `listings.${name}`,
)
const aboutDecisions = ['received', 'decided', 'measure', 'complaintDecided', 'dormant'].map((name) => `desk.${name}`)
const aboutRights = ['restricted', 'lifting', 'objection'].map((name) => `desk.${name}`)
const onRequest = ['link', 'confirm', 'received', 'extended', 'answered', 'soon', 'late', 'copy', 'ordered', 'erased'].map(
  (name) => `requests.${name}`,
)
const aboutSearches = ['alerts.found', 'alerts.ending']
const aboutTheStatement = ['your-data.changed']
const withACopy = ['your-data.copy']
const theLast = ['your-data.farewell']
const aboutBreaches = ['incidents.notice']
const aboutForms = ['contact.entry', 'contact.confirm', 'contact.answer']
const aboutReplies = ['received', 'parent', 'shown', 'refused', 'links'].map((name) => `replies.${name}`)
const inTheChat = ['chat.waiting']
const forStaff = ['desk.setUp', 'desk.sweepLate', 'incidents.alarm', 'your-data.audit', 'newsletter.test']
const onConsent = ['newsletter.confirm', 'newsletter.letter']

test('K16 each mail is to sign in or a service, but for the newsletter, which rests on consent; to no other commercial one is it asked', () => {
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
      ...aboutForms,
      ...aboutReplies,
      ...inTheChat,
      ...withACopy,
      ...theLast,
      ...forStaff,
      ...onConsent,
    ].sort(),
  )
  expect(consentsOf(kot)).toEqual(['newsletter'])
})

/** A sign of two parts that may end up at the beginning of a line, or that nothing stands before. */
const loose = /[^\s\u00a0\u202f:/?!][:;?!»](?=\s|$)|[ \n][:;?!»](?=\s|$)|«(?![\u00a0\u202f])/

test('French mails keep their signs with the words before them, also where labels are put to them', async () => {
  const site = await testSite()
  const world = await makeWorld(site)
  const { p } = site
  try {
    await p.db.updateTable('accounts').set({ language: 'fr' }).execute()
    await p.db.updateTable('threads').set({ warned_at: p.clock.now() }).execute()
    const people = await p.db.selectFrom('accounts').select('person_id').execute()
    const idsOf = async (table: string) =>
      (await p.connection.pool.query<{ id: string }>(`select id from ${table} limit 5`)).rows.map(({ id }) => id)
    const about = await Promise.all(
      Object.entries({
        ...{ report: 'reports', decision: 'decisions', complaint: 'complaints', objection: 'objections', copy: 'copies' },
        ...{
          thread: 'threads',
          threads: 'threads',
          listing: 'listings',
          evidence: 'evidence',
          search: 'saved_searches',
          incident: 'incidents',
          request: 'requests',
          entry: 'entries',
          reply: 'replies',
          chat: 'chats',
        },
      }).map(async ([name, table]) => [name, await idsOf(table)] as const),
    )
    const templates = p.features.flatMap(({ mails = {} }) => Object.entries(mails))
    const [made, wrong] = [new Set<string>(), new Set<string>()]
    for (const [name, template] of templates)
      for (const { person_id: person } of people)
        for (const nth of [0, 1, 2, 3, 4]) {
          const ids = Object.fromEntries(about.flatMap(([of, all]) => (all[nth] ? [[of, all[nth]]] : [])))
          const params = { version: '1', hours: '24', mail: '', ...ids }
          // What is not for this person, or not about this, makes no mail.
          const mail = await template(p, p.db, person, params).catch(() => undefined)
          if (mail?.language !== 'fr') continue
          made.add(name)
          const { subject, text } = renderMail(p.site.name, mail)
          for (const line of [subject, ...text.split('\n')]) if (loose.test(line)) wrong.add(`${name}: ${line}`)
        }
    expect([...wrong]).toEqual([])
    expect(made.size, [...made].join()).toBeGreaterThan(20)
  } finally {
    await world.close()
  }
}, 120_000)
