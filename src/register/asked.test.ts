import { describe, expect, test } from 'vitest'
import {
  allowedTo,
  askedOf,
  asksFor,
  consentsOf,
  cookiesOf,
  gated,
  hasPurpose,
  holdingNames,
  isCompany,
  isCookie,
  isHolding,
  isOnOnePage,
  isPurpose,
  isPurposeOf,
  keepsNothing,
  keepWords,
  lawNamed,
  lawNames,
  lawsOf,
  loadsFor,
  onObjection,
  type PurposeName,
  partsOf,
  purposeNames,
  type RecipientName,
  recipientNames,
  storageKeys,
  whileRestricted,
} from '.'

describe('what the register answers', () => {
  test('K26: which purposes rest on consent, and where it is asked', () => {
    expect(gated).toEqual(['statistics', 'chatting', 'commercialMail', 'newsletter'])
    expect(gated.map(askedOf)).toEqual(['browser', 'browser', 'account', 'address'])
    expect(gated.filter(isOnOnePage)).toEqual(['chatting'])
    expect(askedOf('signIn')).toBeUndefined()
  })

  test('K16 K22: that a site asks consent for what a recipient that it names would get or load, and for nothing else', () => {
    const named = { name: 'Telraam', place: 'NL' }
    expect(asksFor({})).toEqual([])
    expect(asksFor({ mail: named, geopunt: named })).toEqual([])
    const loaded = { ...named, browser: {} }
    expect(asksFor({ statistics: loaded })).toEqual(['statistics'])
    expect(asksFor({ statistics: named })).toEqual([])
    expect(asksFor({ campaigns: named })).toEqual(['commercialMail'])
    expect(asksFor({ campaigns: named, statistics: loaded })).toEqual(['statistics', 'commercialMail'])
    expect(asksFor({ campaigns: loaded })).toEqual(['statistics', 'commercialMail'])
    // What is asked of an address comes with its feature, whoever carries the mail.
    expect(consentsOf({ features: [], recipients: { mail: named } })).toEqual([])
    expect(consentsOf({ features: ['newsletter'], recipients: { statistics: loaded } })).toEqual(['statistics', 'newsletter'])
  })

  test('that a site has the purposes of its features, and those that rest on consent only with somebody to serve them', () => {
    const has = (features: readonly string[], ...named: RecipientName[]) =>
      purposeNames.filter((purpose) =>
        hasPurpose({ features, recipients: Object.fromEntries(named.map((name) => [name, { name, browser: {} }])) }, purpose),
      )
    const all = ['registration', 'listings', 'messages', 'contact', 'writing', 'replies', 'alerts', 'moderation', 'newsletter']
    const asked = (purpose: PurposeName) => purpose !== 'newsletter' && gated.includes(purpose)
    expect(has(all)).toEqual(purposeNames.filter((purpose) => !asked(purpose)))
    expect(has(all, 'statistics')).toEqual(purposeNames.filter((purpose) => !['chatting', 'commercialMail'].includes(purpose)))
    const of = [
      'registration',
      'publishing',
      'contact',
      'messaging',
      'correspondence',
      'authorship',
      'replying',
      'answering',
      'demand',
      'disputes',
      'moderation',
      'newsletter',
      'leavingAlone',
    ]
    expect(has(all).filter((purpose) => !has([]).includes(purpose))).toEqual(of)
    expect(has(['messages']).filter((purpose) => of.includes(purpose))).toEqual(['messaging', 'answering', 'disputes'])
    expect([isPurposeOf([], 'publishing'), isPurposeOf(['listings'], 'publishing')]).toEqual([false, true])
    expect(has([], 'campaigns')).toContain('commercialMail')
  })

  test('G7: what goes on while somebody’s data are restricted; G8: what an objection does', () => {
    expect(whileRestricted).toEqual(['signIn', 'requests', 'orders', 'rights'])
    expect([onObjection('demand'), onObjection('fraud'), onObjection('security'), onObjection('account')]).toEqual([
      'stops',
      'suspends',
      'weighed',
      undefined,
    ])
  })

  test('G4: what a recipient may have for each purpose, in the order of the purposes', () => {
    expect(allowedTo('campaigns')).toEqual([
      { purpose: 'commercialMail', holdings: ['email.account', 'firstName.account'] },
      { purpose: 'rights', holdings: ['email.account', 'email.telling'] },
    ])
    expect(allowedTo('statistics')).toEqual([])
    expect([loadsFor('statistics'), loadsFor('campaigns'), loadsFor('mail')]).toEqual(['statistics', 'statistics', undefined])
  })

  test('which recipients are companies, and which keep nothing of what they get', () => {
    expect(recipientNames.filter(isCompany)).toEqual([
      'mail',
      'statistics',
      'chat',
      'campaigns',
      'gravatar',
      'geopunt',
      'best',
      'pdok',
    ])
    expect(recipientNames.filter(keepsNothing)).toEqual(['mail', 'gravatar', 'geopunt', 'best', 'pdok'])
  })

  test('K21: which cookies a site sets: that of a feature, or of a choice, only where it is', () => {
    const of = (features: string[], ...languages: string[]) => cookiesOf({ features, languages })
    expect(of([], 'nl')).toEqual(['session', 'stay'])
    expect(of([], 'nl', 'fr')).toEqual(['session', 'stay', 'language'])
    expect(of(['alerts', 'consent', 'choices'], 'nl', 'fr')).toEqual(['session', 'stay', 'language', 'search', 'consent'])
    expect([isCookie('stay'), isCookie('_ga')]).toEqual([true, false])
    expect(storageKeys).toEqual({})
  })

  test('whether it knows a name', () => {
    expect([isPurpose('signIn'), isPurpose('profiling'), isHolding('email.account'), isHolding('shoeSize.account')]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(lawsOf([])).toEqual(lawNames.filter((name) => name !== 'dsa'))
    expect(lawsOf(['moderation'])).toEqual(lawNames)
    expect(lawNamed('gdpr').cited).toBe('Regulation (EU) 2016/679')
  })

  test('which item a holding is of, and where it is held', () => {
    expect(partsOf('email.account')).toEqual({ item: 'email', circle: 'account' })
    for (const name of holdingNames) expect(Object.values(partsOf(name)).join('.')).toBe(name)
    for (const wrong of ['email', 'email.', '.account', 'shoeSize.account', 'email.nowhere'])
      expect(() => Reflect.apply(partsOf, undefined, [wrong])).toThrow(`the register has no holding ${wrong}`)
  })

  test('K31: how long something is kept, in words', () => {
    const said = [
      keepWords('en', { until: 'accountEnds' }),
      keepWords('en', { until: 'replaced' }),
      keepWords('en', { until: 'removed' }),
      keepWords('en', { days: 7, after: 'made' }),
      keepWords('en', { days: 7, after: 'lastUse' }),
      keepWords('en', { months: 6, after: 'made' }),
      keepWords('en', { years: 7, after: 'bookYear' }),
    ]
    expect(said.map((text) => /\d+ \w+/.exec(text)?.[0])).toEqual([
      undefined,
      undefined,
      undefined,
      '7 days',
      '7 days',
      '6 months',
      '7 years',
    ])
    expect(new Set(said).size).toBe(said.length)
    expect(keepWords('nl', { days: 7, after: 'made' })).toContain('7 dagen')
  })
})
