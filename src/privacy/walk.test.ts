import { expect, test } from 'vitest'
import kot from '../../sites/kot/site'
import { mayBeHeld, walk } from './walk'

const tables = walk(kot.features)

test('what tells of people is walked, and what tells of nobody is not', () => {
  const names = tables.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['people', 'accounts', 'threads', 'rate_limits', 'traffic']))
  for (const never of ['migrations', 'key_epochs', 'audits', 'listing_days', 'imports'] as const)
    expect(names).not.toContain(never)
})

test('A-RET 41: what is somebody’s own and lets nobody in may be held, and nothing else', () => {
  const may = tables.filter(mayBeHeld).map(({ name }) => name)
  expect(may).toEqual(expect.arrayContaining(['outbox', 'disclosures', 'reports', 'drafts', 'listings', 'messages', 'requests']))
  // The person; what says nothing; a hold; what opens a copy; what signs in; what goes with another's; what is of two; what is of nobody.
  for (const never of ['people', 'person_keys', 'holds', 'copies', 'sessions', 'found_adverts', 'threads', 'traffic'] as const)
    expect(may).not.toContain(never)
})
