import type { Words } from './words.nl'

export const en: Words = {
  states: { good: 'fine', bad: 'not fine', unknown: 'cannot see' },
  todo: 'Do this:',
  summary: { well: 'All is well.', ill: (n) => (n === 1 ? '1 thing is not fine.' : `${n} things are not fine.`) },
  countries: {
    unreadable: (file) => `COUNTRIES is ${file}, which cannot be read: no country is counted.`,
    other: (file) =>
      `COUNTRIES is ${file}, which has no lines of a first address, a last one and a country: no country is counted.`,
  },
  streets: {
    unreadable: (file) => `BASEMAP is ${file}, which cannot be read: the map has no streets.`,
    other: (file) => `BASEMAP is ${file}, which is no PMTiles archive of version 3: the map has no streets.`,
  },
  checks: {
    program: {
      name: 'The program',
      good: () => 'Database, keys and register fit together.',
      bad: ({ why }) => `The program does not start: ${why}`,
      unknown: () => '',
      todo: () => 'Read the sentence above: it says what to put right. Then type on the server: systemctl restart huisrecht',
    },
    settings: {
      name: 'Settings',
      good: () => 'No setting is weak or empty.',
      bad: ({ wrong }) => `Not ready for visitors yet: ${wrong}`,
      unknown: () => '',
      todo: () =>
        'Put it right in site.ts or in the environment file, or type on the server: huisrecht setup. Then: systemctl restart huisrecht',
    },
    dns: {
      name: 'Domain name',
      good: ({ host, addresses }) => `${host} leads to ${addresses}.`,
      bad: ({ host }) => `${host} leads nowhere.`,
      unknown: ({ host }) => `${host} could not be looked up from here.`,
      todo: () => 'Make an A and an AAAA record with the addresses of this server, where your domain is managed.',
    },
    tls: {
      name: 'Secure connection (TLS)',
      good: ({ days }) => `The certificate holds for another ${days} days.`,
      bad: ({ days, code }) =>
        days
          ? `The certificate holds for another ${days} days.`
          : code === 'http'
            ? 'PUBLIC_URL does not begin with https:.'
            : `A browser would not get in (${code}).`,
      unknown: () => '',
      todo: () => 'See on the server what Caddy says: journalctl -u caddy. Ports 80 and 443 must be open from outside.',
    },
    mailServer: {
      name: 'Mail server',
      good: ({ host }) => `${host} answers over TLS.`,
      bad: ({ host, code }) => (host ? `${host} does not answer over TLS (${code}).` : 'SMTP_URL is not set: no mail leaves.'),
      unknown: ({ host }) => `${host} uses STARTTLS: that shows at a mail alone.`,
      todo: () => 'Check name, port and password in SMTP_URL with your mail company.',
    },
    spf: {
      name: 'SPF',
      good: ({ host }) => `${host} says which servers mail for you.`,
      bad: ({ host, found }) => `${host} has ${found} SPF records; there must be exactly one.`,
      unknown: ({ host }) => `The records of ${host} could not be looked up.`,
      todo: () => 'Give your domain one TXT record "v=spf1 include:… -all"; your mail company says what follows include.',
    },
    dkim: {
      name: 'DKIM',
      good: ({ host }) => `${host} has the key that signs your mails.`,
      bad: ({ host }) => `${host} has no key under this selector.`,
      unknown: () =>
        'Not looked at. Ask your mail company for its selector, and type on the server: huisrecht doctor --dkim SELECTOR',
      todo: () => 'Give your domain the DKIM record that your mail company states.',
    },
    dmarc: {
      name: 'DMARC',
      good: ({ host }) => `${host} says what is to be done with false mails.`,
      bad: ({ host }) => `${host} has no DMARC record.`,
      unknown: ({ host }) => `The records of ${host} could not be looked up.`,
      todo: ({ host }) => `Make a TXT record at _dmarc.${host}: "v=DMARC1; p=quarantine".`,
    },
    backup: {
      name: 'Backup',
      good: ({ hours }) => `The last one is ${hours} hours old.`,
      bad: ({ hours }) => (hours ? `The last one is ${hours} hours old.` : 'None was made yet.'),
      unknown: () => '',
      todo: () => 'systemctl start huisrecht-backup, and see whether huisrecht-backup.timer is on: systemctl list-timers.',
    },
    keyCopy: {
      name: 'Private key of the backups',
      good: ({ day }) => `Tried on ${day}.`,
      bad: ({ code }) =>
        code === 'none'
          ? 'There is no key yet to encrypt backups to, so none are made.'
          : 'Nobody has shown yet that it is there. Without it no backup can be put back.',
      unknown: () => '',
      todo: ({ code }) =>
        code === 'none'
          ? 'huisrecht keys escrow, and keep what it prints off this server.'
          : 'Try it on the archive of the keys: huisrecht keys check ARCHIVE --identity FILE.',
    },
    renewal: {
      name: 'Renewal of the keys',
      good: ({ hours }) => `The last one is ${hours} hours old.`,
      bad: ({ hours }) => `The last one is ${hours} hours old. What was erased since is not unreadable yet.`,
      unknown: () => 'The database is not open.',
      todo: () => 'Look for keys.renew in the log: journalctl -u huisrecht | grep keys.renew. The site must run at night.',
    },
    sweep: {
      name: 'Deleting what is too old',
      good: ({ hours, rows }) => `The last time is ${hours} hours ago; ${rows} rows went.`,
      bad: ({ hours }) => `The last time is ${hours} hours ago. Something may be kept that the privacy statement says is gone.`,
      unknown: () => 'The database is not open.',
      todo: () => 'Look for sweep.failed in the log: journalctl -u huisrecht | grep sweep. It should happen by itself each hour.',
    },
    audit: {
      name: 'Audit of the statement',
      good: ({ hours }) => `The last was ${hours} hours ago: the statement, the register and what can be observed say the same.`,
      bad: ({ code, hours, different }) =>
        code === 'never'
          ? `None since the installation, ${hours} hours ago.`
          : code
            ? `The last was ${hours} hours ago.`
            : `The last was ${hours} hours ago, and found ${different} differences.`,
      unknown: ({ code }) => (code ? 'The first runs tonight.' : 'There is none to see on this site.'),
      todo: ({ code }) =>
        code
          ? 'The site must run at night. At once: huisrecht audit'
          : 'Type on the server: huisrecht audit. It says what is not so.',
    },
    jobs: {
      name: 'Work in the background',
      good: () => 'Nothing failed and nothing waits too long.',
      bad: ({ failed, minutes }) => `${failed} failed; the oldest waits ${minutes} minutes.`,
      unknown: () => 'The database is not open.',
      todo: () => 'Look in the log of the server: journalctl -u huisrecht | grep job.failed. Often it is the mail server.',
    },
    requests: {
      name: 'Questions about data',
      good: ({ open }) => `${open} being answered, none of them late.`,
      bad: ({ open, late }) => `${late} of ${open} are past their time.`,
      unknown: () => 'On this site none are asked.',
      todo: () => 'Have the officer answer them today, at the desk under Questions about data.',
    },
    disk: {
      name: 'Disk',
      good: ({ free, share }) => `${free} GB free (${share} %).`,
      bad: ({ free, share }) => `${free} GB free (${share} %).`,
      unknown: () => 'The folder of the data is not there.',
      todo: () => 'Remove old backups on the server (huisrecht backup FOLDER --keep 7) or take a larger disk.',
    },
    memory: {
      name: 'Memory',
      good: ({ free, total }) => `${free} MB free of ${total} MB, swap included.`,
      bad: ({ free, total }) => `${free} MB free of ${total} MB, swap included.`,
      unknown: () => 'This system does not say.',
      todo: () => 'Make a swap file of 1 GB: docs/running.md, "Swap".',
    },
    clock: {
      name: 'Clock',
      good: () => 'Runs in time.',
      bad: () => 'Does not follow a time server: codes and links may be refused.',
      unknown: () => 'This system does not say.',
      todo: () => 'Type on the server: timedatectl set-ntp true',
    },
    version: {
      name: 'Version',
      good: ({ version, node }) => `${version}, the newest (Node ${node}).`,
      bad: ({ version, latest }) => `${version}; there is a newer one: ${latest}.`,
      unknown: ({ version, node }) => `${version} (Node ${node}); whether there is a newer one could not be seen.`,
      todo: () => 'Make a backup first, then follow "Updating" in docs/running.md.',
    },
  },
}
