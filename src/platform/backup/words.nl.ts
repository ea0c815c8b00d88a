/** Why a backup cannot be made, or not be put back. */
export const nl = {
  inData: (folder: string) => `${folder} ligt in DATA_DIR: wat de gegevens treft, treft dan ook de back-up.`,
  withKeys: (folder: string) =>
    `${folder} en KEYS_DIR liggen bij elkaar: bewaar de sleutels apart van elke kopie van de gegevens.`,
  together: (folder: string, keys: string) =>
    `${folder} en ${keys} liggen bij elkaar: het archief van de sleutels heeft een eigen plek nodig (--keys MAP).`,
  keysInData: 'KEYS_DIR ligt in DATA_DIR. Zet de sleutels eerst ergens anders.',
  noKey:
    'Er is nog geen sleutel om een back-up mee te versleutelen. Maak hem, en bewaar wat er verschijnt: huisrecht keys escrow',
  drift: (first: string) => `De databank is niet die van deze versie. Herstart eerst de site. (${first})`,
  destroyed:
    'De sleutel waaronder deze back-up ligt is vernietigd, of de sleutels zijn die van een andere site: niemand kan hem nog openen.',
  notWhole: (archive: string) => `${archive} is niet heel: het is niet wat in zijn .sha256 staat.`,
  taken: (folder: string) => `Er staan al gegevens in ${folder}. Zet ze eerst weg, of geef met DATA_DIR een andere map.`,
  noPrivateKey: 'Dat is geen geheime sleutel: die begint met AGE-SECRET-KEY-1.',
  noKeys: (folder: string) => `Er zijn geen sleutels in ${folder}.`,
  nameKeys: (folder: string) => `Er zijn geen sleutels in ${folder}. Noem het archief van de sleutels: --keys BESTAND`,
  keysClosed: (file: string) => `${file} gaat niet open met deze geheime sleutel, of is niet heel.`,
  closed: (archive: string, days: number) =>
    `${archive} gaat niet open: de sleutel is vernietigd omdat de ${days} dagen om zijn, of het archief van de sleutels is ouder dan deze back-up, of hij is niet heel.`,
  newer: (migration: string) =>
    `Deze back-up is gemaakt met een nieuwere versie van het programma (${migration}). Zet hier eerst die versie neer.`,
  notEmpty: 'De databank van DATABASE_URL is niet leeg. Geef een lege.',
}
export type Words = typeof nl
