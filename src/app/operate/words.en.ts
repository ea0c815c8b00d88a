import type { Words } from './words.nl'

export const en = {
  unreadable: (file) => `${file} cannot be read.`,
  backup: {
    made: (place, files, megabytes) => `${place}: ${files} files, ${megabytes} MB.`,
    gone: (older) => (older === 1 ? '1 older one is gone.' : `${older} older ones are gone.`),
    keys: (place) => `${place}: the keys. Keep the newest alone, and apart from the others.`,
  },
  restore: {
    back: (rows, files, at) => `${rows} rows and ${files} files of ${at} are back.`,
    closed: (values) => `${values} values do not open: their owners cannot be found by them.`,
    start:
      'Start the site: whoever ended an account after that moment is erased again before anybody gets in. Everybody signs in anew.',
    shred: 'Now shred the file of the private key, if it is on this machine: shred -u FILE',
  },
  escrow: {
    already: (file) =>
      `There is one already: ${file} is its public half. If the private half is lost, make another with --again:`,
    after: 'backups made until now can then not be put back, those made from now on can.',
    this: 'This is the private key with which backups are put back. It is printed once, and is nowhere on this machine:',
    write:
      'Write it on paper or print it, twice, and put it in two safes; or keep it in the password safe of two people. Never on this server.',
    without: 'Without it no backup can be put back, by anybody. Who has it and a backup can read what is in that backup.',
  },
  accepted:
    'The ledger goes on from where the database is. If you put back a backup from before this day, end again who ended an account in between.',
  check: {
    closed: (file) => `${file} does not open with this private key, or is not whole.`,
    other: (file, folder) => `${file} holds the keys of another site than ${folder}.`,
    opens: (file, files) => `The private key opens ${file}: ${files} files, the keys of this site. Put it back into its safe.`,
  },
} satisfies Words
