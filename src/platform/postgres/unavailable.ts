/** Why the embedded PostgreSQL cannot be used, for programs; the message says it to the operator. */
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

/** Thrown when the embedded server cannot be started or reached. The message is in English, for operators, and holds nothing about persons. */
export class PostgresUnavailable extends Error {
  readonly code: Trouble
  constructor(code: Trouble, message: string) {
    super(message)
    this.name = 'PostgresUnavailable'
    this.code = code
  }
}

export const orBringYourOwn = 'Or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).'

const signs: [RegExp, Trouble, (folder: string) => string][] = [
  [
    /no space left on device|disk quota exceeded/i,
    'disk-full',
    (at) => `The disk that holds ${at} is full. Make room and start again; nothing that was saved is lost.`,
  ],
  [
    /read-only file system/i,
    'read-only',
    (at) => `${at} lies on a read-only file system. Set DATA_DIR to a folder that can be written.`,
  ],
  [
    /could not look up effective user id/i,
    'nameless-user',
    () =>
      'The user that runs this program has no name in /etc/passwd, and PostgreSQL wants one. Run it as a named user, or as root.',
  ],
  [
    /wrong ownership|invalid permissions|permission denied|operation not permitted|EPERM/i,
    'not-permitted',
    (at) =>
      `This user may not use ${at}, or may not start a server there. Run the program as the user that owns it, or as root, or set DATA_DIR to another folder.`,
  ],
  [
    /cannot allocate memory|could not create shared memory|out of memory/i,
    'no-memory',
    (at) => `There is not enough memory for PostgreSQL. Lower shared_buffers in ${at}/postgresql.conf, or give the machine more.`,
  ],
  [
    /incompatible with (this|server)|database files are incompatible/i,
    'other-version',
    (at) =>
      `${at} was made by another build of PostgreSQL. Start the release that made it, dump, and restore the dump in an empty DATA_DIR.`,
  ],
  [
    /valid checkpoint record|checkpoint record is invalid|pg_control|invalid page|checksum|could not (open|read|access) (file|directory) "/i,
    'damaged',
    (at) =>
      `The database files in ${at} are damaged or incomplete. Keep a copy of the folder, and restore a backup into an empty DATA_DIR.`,
  ],
]

/** Turns what initdb, the server or the file system said into the error to show; `folder` is the data folder that it was about. */
export function explain(said: string, folder: string): PostgresUnavailable {
  const found = signs.find(([sign]) => sign.test(said))
  const detail = said.trim().split('\n').slice(-5).join('\n  ')
  if (found === undefined)
    return new PostgresUnavailable(
      'did-not-start',
      `PostgreSQL did not start in ${folder}. It said:\n  ${detail}\n${orBringYourOwn}`,
    )
  return new PostgresUnavailable(found[1], `${found[2](folder)}\nWhat was said:\n  ${detail}\n${orBringYourOwn}`)
}
