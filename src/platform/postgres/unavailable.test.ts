import { expect, test } from 'vitest'
import { explain } from './unavailable'

// What PostgreSQL 18, initdb and Node really say.
test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.71": No space left on device', 'disk-full'],
  ["Error: EROFS: read-only file system, mkdir '/data'", 'read-only'],
  ["Error: EACCES: permission denied, mkdir '/data'", 'not-permitted'],
  ['FATAL:  data directory "/data/postgres" has wrong ownership', 'not-permitted'],
  ['FATAL:  data directory "/data/postgres" has invalid permissions', 'not-permitted'],
  ['Error: spawn EPERM operation not permitted', 'not-permitted'],
  ['initdb: error: could not look up effective user ID 12345: user does not exist', 'nameless-user'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'no-memory'],
  ['FATAL:  database files are incompatible with server', 'other-version'],
  ['PANIC:  could not locate a valid checkpoint record at 0/1C03960', 'damaged'],
  ['FATAL:  could not open file "global/pg_filenode.map": No such file or directory', 'damaged'],
  [
    'postgres: could not find the database system\nExpected to find it in "/x", but could not open file "/x/global/pg_control"',
    'damaged',
  ],
  ['FATAL:  something new', 'did-not-start'],
])('%s', (said, code) => {
  const error = explain(said, '/data/postgres')
  expect(error.code).toBe(code)
  expect(error.message).toContain(said.split('\n').at(-1))
  expect(error.message).toContain('DATABASE_URL')
  for (const language of ['nl', 'fr'] as const) {
    expect(error.in(language)).toContain(said.split('\n').at(-1))
    expect(error.in(language)).toContain('DATABASE_URL')
    expect(error.in(language)).not.toContain('Or set')
  }
})

test('shows the end of a long story', () => {
  const story = Array.from({ length: 30 }, (_, nth) => `LOG:  line ${nth}`).join('\n')
  expect(explain(story, '/data').message).toContain('line 29')
  expect(explain(story, '/data').message).not.toContain('line 20')
})
