import type { Words } from './words.nl'

const putBack = 'Put back the key folder that belongs to this data (KEYS_DIR).'

export const en = {
  usage: (usage) => `Usage: huisrecht ${usage}`,
  settings: {
    https: 'must begin with https:',
    geocoder: (name, known) => `there is no geocoder "${name}"; known are ${known.join(', ')}`,
    measurement: 'is the name of a measurement of Google Analytics 4, like G-ABC123',
    topic: 'is a topic of Amazon SNS, like arn:aws:sns:eu-west-1:123456789012:bounces',
    mautic:
      'MAUTIC_URL: say as whom too, with MAUTIC_USER and MAUTIC_PASSWORD or with MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET, not both',
    noBrowser: 'only a recipient that the register lets browsers load from has a browser part',
  },
  keys: {
    none: (folder) =>
      `The database holds sealed data, but there are no keys in ${folder}. ${putBack} Without it nothing can be read, and making new keys would not help.`,
    strange: (folder, id, found) =>
      `The keys in ${folder} do not belong to this database (generation ${id} ${found ? 'is another key' : 'is missing or does not open'}). ${putBack}`,
  },
  ledger: {
    noLine: 'A line of the ledger cannot be read.',
    other: (where) =>
      `The ledger in ${where} is not the one that this database has seen. Put back the KEYS_DIR that belongs to it.`,
    changed: (file, line) => `The ledger ${file} was changed: line ${line} does not follow from those before it.`,
    strange: (kind) =>
      `The ledger says "${kind}", which this release does not know. Put back the release that wrote it, or a newer one.`,
    behind: (where, seen, held) =>
      `The database has seen more than the ledger in ${where} holds: ${seen} against ${held}. Put back the newest KEYS_DIR. If it is lost for good: huisrecht keys ledger accept`,
    tooOld: (where, days) =>
      `This database is older than the ledger in ${where} goes back: who was erased since cannot be known. Put back a backup that is at most ${days} days old.`,
  },
} satisfies Words
