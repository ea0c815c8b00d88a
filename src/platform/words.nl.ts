const putBack = 'Zet de sleutelmap terug die bij deze gegevens hoort (KEYS_DIR).'

export const nl = {
  usage: (usage: string) => `Gebruik: huisrecht ${usage}`,
  settings: {
    https: 'moet met https: beginnen',
    geocoder: (name: string, known: readonly string[]) => `er is geen adresdienst "${name}"; gekend zijn ${known.join(', ')}`,
    measurement: 'is de naam van een meting van Google Analytics 4, zoals G-ABC123',
    topic: 'is een onderwerp van Amazon SNS, zoals arn:aws:sns:eu-west-1:123456789012:bounces',
    mautic:
      'MAUTIC_URL: zeg ook als wie, met MAUTIC_USER en MAUTIC_PASSWORD of met MAUTIC_CLIENT_ID en MAUTIC_CLIENT_SECRET, niet met beide',
    noBrowser: 'alleen een ontvanger van wie browsers volgens het register iets mogen laden, heeft een deel browser',
  },
  keys: {
    none: (folder: string) =>
      `De databank bevat verzegelde gegevens, maar er zijn geen sleutels in ${folder}. ${putBack} Zonder die sleutels is niets te lezen, en nieuwe maken zou niet helpen.`,
    strange: (folder: string, id: number, found: boolean) =>
      `De sleutels in ${folder} horen niet bij deze databank (generatie ${id} ${found ? 'is een andere sleutel' : 'ontbreekt of gaat niet open'}). ${putBack}`,
  },
  ledger: {
    noLine: 'Een regel van het grootboek is niet te lezen.',
    other: (where: string) =>
      `Het grootboek in ${where} is niet dat wat deze databank gezien heeft. Zet de KEYS_DIR terug die erbij hoort.`,
    changed: (file: string, line: number) => `Het grootboek ${file} is veranderd: regel ${line} volgt niet op die ervoor.`,
    strange: (kind: string) =>
      `In het grootboek staat "${kind}", wat deze versie niet kent. Zet de versie terug die dat schreef, of een nieuwere.`,
    behind: (where: string, seen: number, held: number) =>
      `De databank heeft meer gezien dan er in het grootboek in ${where} staat: ${seen} tegen ${held}. Zet de nieuwste KEYS_DIR terug. Is die voorgoed verloren: huisrecht keys ledger accept`,
    tooOld: (where: string, days: number) =>
      `Deze databank is ouder dan het grootboek in ${where} teruggaat: wie sindsdien gewist is, is niet te weten. Zet een back-up terug van hoogstens ${days} dagen oud.`,
  },
}
export type Words = typeof nl
