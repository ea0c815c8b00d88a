import type { Words } from './words.nl'

export const en = {
  inData: (folder) => `${folder} lies inside DATA_DIR: what takes the data takes the backup.`,
  withKeys: (folder) => `${folder} and KEYS_DIR lie together: keep the keys apart from any copy of the data.`,
  together: (folder, keys) =>
    `${folder} and ${keys} lie together: the archive of the keys needs a place of its own (--keys FOLDER).`,
  keysInData: 'KEYS_DIR lies inside DATA_DIR. Move the keys out first.',
  noKey: 'There is no key yet to encrypt a backup to. Make it, and keep what it prints: huisrecht keys escrow',
  drift: (first) => `The database is not that of this release. Restart the site first. (${first})`,
  destroyed:
    'The key that this backup lies under is destroyed, or the keys are those of another site: nobody can open it any more.',
  notWhole: (archive) => `${archive} is not whole: it is not what its .sha256 says.`,
  taken: (folder) => `There are data in ${folder} already. Move them away first, or set DATA_DIR to another folder.`,
  noPrivateKey: 'That is no private key: it begins with AGE-SECRET-KEY-1.',
  noKeys: (folder) => `There are no keys in ${folder}.`,
  nameKeys: (folder) => `There are no keys in ${folder}. Name the archive of the keys: --keys FILE`,
  keysClosed: (file) => `${file} does not open with this private key, or is not whole.`,
  closed: (archive, days) =>
    `${archive} cannot be opened: its key is destroyed because its ${days} days are over, or the archive of the keys is older than it, or it is not whole.`,
  newer: (migration) => `This backup was made by a newer release of the program (${migration}). Put that release here first.`,
  notEmpty: 'The database of DATABASE_URL is not empty. Name an empty one.',
} satisfies Words
