import { Told } from '../told'
import { type Words, words } from './words'

/** Why the embedded PostgreSQL cannot be used, for programs; its words say it to the operator. */
export type Trouble =
  | 'unsupported' // no build for this system or processor
  | 'no-package' // there is a build, but it is not installed
  | 'cannot-run' // the build does not run here (musl, missing libraries)
  | 'no-account' // root, and no other user to run it under
  | 'nameless-user' // the user running this program is not in the user database
  | 'other-version' // the data folder belongs to another major version
  | 'not-a-cluster' // something else lies where the data folder should be
  | 'not-permitted'
  | 'read-only'
  | 'disk-full'
  | 'no-memory'
  | 'damaged'
  | 'path-too-long'
  | 'did-not-start'

/** Thrown when the embedded server cannot be started or reached. What it tells is for operators, and holds nothing about persons. */
export class PostgresUnavailable extends Told {
  readonly code: Trouble
  constructor(code: Trouble, say: (text: Words) => string) {
    super((language) => say(words(language)))
    this.name = 'PostgresUnavailable'
    this.code = code
  }
}

/** What says such a thing, and the word for it: it is given the data folder. */
const signs: [RegExp, Trouble, (text: Words) => (folder: string) => string][] = [
  [/no space left on device|disk quota exceeded/i, 'disk-full', (text) => text.full],
  [/read-only file system/i, 'read-only', (text) => text.readOnly],
  [/could not look up effective user id/i, 'nameless-user', (text) => text.nameless],
  [
    /wrong ownership|invalid permissions|permission denied|operation not permitted|EPERM/i,
    'not-permitted',
    (text) => text.notPermitted,
  ],
  [/cannot allocate memory|could not create shared memory|out of memory/i, 'no-memory', (text) => text.noMemory],
  [/incompatible with (this|server)|database files are incompatible/i, 'other-version', (text) => text.otherBuild],
  [
    /valid checkpoint record|checkpoint record is invalid|pg_control|invalid page|checksum|could not (open|read|access) (file|directory) "/i,
    'damaged',
    (text) => text.damaged,
  ],
]

/** Turns what initdb, the server or the file system said into the error to show; `folder` is the data folder that it was about. */
export function explain(said: string, folder: string): PostgresUnavailable {
  const [, trouble, why] = signs.find(([sign]) => sign.test(said)) ?? []
  const detail = said.trim().split('\n').slice(-5).join('\n  ')
  return trouble && why
    ? new PostgresUnavailable(trouble, (text) => text.said(why(text)(folder), detail))
    : new PostgresUnavailable('did-not-start', (text) => text.silent(folder, detail))
}
