export const nl = {
  unreadable: (file: string) => `${file} is niet te lezen.`,
  backup: {
    made: (place: string, files: string, megabytes: string) => `${place}: ${files} bestanden, ${megabytes} MB.`,
    gone: (older: number) => (older === 1 ? '1 oudere is weg.' : `${older} oudere zijn weg.`),
    keys: (place: string) => `${place}: de sleutels. Bewaar alleen de nieuwste, en apart van de rest.`,
  },
  restore: {
    back: (rows: string, files: string, at: string) => `${rows} rijen en ${files} bestanden van ${at} zijn terug.`,
    closed: (values: string) => `${values} waarden gaan niet open: wie ze toebehoren, is er niet mee te vinden.`,
    start:
      'Start de site: wie na dat moment een account beëindigde, wordt opnieuw gewist voor er iemand binnen mag. Iedereen meldt zich opnieuw aan.',
    shred: 'Vernietig nu het bestand met de geheime sleutel, als het op deze machine staat: shred -u BESTAND',
  },
  escrow: {
    already: (file: string) =>
      `Er is er al een: ${file} is de openbare helft. Is de geheime helft verloren, maak dan een andere met --again:`,
    after: 'back-ups die tot nu gemaakt zijn, zijn dan niet meer terug te zetten; die van daarna wel.',
    this: 'Dit is de geheime sleutel waarmee back-ups terug te zetten zijn. Je ziet hem één keer, en hij staat nergens op deze machine:',
    write:
      'Schrijf hem over of druk hem af, twee keer, en leg hem in twee kluizen; of bewaar hem in de wachtwoordkluis van twee mensen. Nooit op deze server.',
    without: 'Zonder deze sleutel zet niemand een back-up terug. Wie hem heeft en een back-up, kan lezen wat daarin staat.',
  },
  accepted:
    'Het grootboek gaat verder vanwaar de databank is. Zet je een back-up van vóór vandaag terug, beëindig dan opnieuw de accounts die intussen beëindigd werden.',
  check: {
    closed: (file: string) => `${file} gaat niet open met deze geheime sleutel, of is niet heel.`,
    other: (file: string, folder: string) => `${file} bevat de sleutels van een andere site dan ${folder}.`,
    opens: (file: string, files: string) =>
      `De geheime sleutel opent ${file}: ${files} bestanden, de sleutels van deze site. Leg hem terug in zijn kluis.`,
  },
}
export type Words = typeof nl
