import type { CheckName } from './checks'

type Facts = Record<string, string>
type Sentence = (facts: Facts) => string
export type Words = {
  states: { good: string; bad: string; unknown: string }
  todo: string
  summary: { well: string; ill: (many: number) => string }
  /** Of the file of the streets on the map. */
  countries: { unreadable: (file: string) => string; other: (file: string) => string }
  streets: { unreadable: (file: string) => string; other: (file: string) => string }
  checks: Record<CheckName, { name: string; good: Sentence; bad: Sentence; unknown: Sentence; todo: Sentence }>
}

export const nl: Words = {
  states: { good: 'in orde', bad: 'niet in orde', unknown: 'niet te zien' },
  todo: 'Doe dit:',
  summary: { well: 'Alles is in orde.', ill: (n) => (n === 1 ? '1 ding is niet in orde.' : `${n} dingen zijn niet in orde.`) },
  countries: {
    unreadable: (file) => `COUNTRIES is ${file}, en dat is niet te lezen: er worden geen landen geteld.`,
    other: (file) =>
      `COUNTRIES is ${file}, en dat zijn geen regels met een eerste adres, een laatste en een land: er worden geen landen geteld.`,
  },
  streets: {
    unreadable: (file) => `BASEMAP is ${file}, en dat is niet te lezen: de kaart heeft geen straten.`,
    other: (file) => `BASEMAP is ${file}, en dat is geen PMTiles-archief van versie 3: de kaart heeft geen straten.`,
  },
  checks: {
    program: {
      name: 'Het programma',
      good: () => 'Databank, sleutels en register passen bij elkaar.',
      bad: ({ why }) => `Het programma start niet: ${why}`,
      unknown: () => '',
      todo: () =>
        'Lees de zin hierboven: hij zegt wat er recht te zetten is. Typ daarna op de server: systemctl restart huisrecht',
    },
    settings: {
      name: 'Instellingen',
      good: () => 'Niets in de instellingen staat zwak of leeg.',
      bad: ({ wrong }) => `Nog niet klaar voor bezoekers: ${wrong}`,
      unknown: () => '',
      todo: () =>
        'Zet dit recht in site.ts of in het omgevingsbestand, of typ op de server: huisrecht setup. Daarna: systemctl restart huisrecht',
    },
    dns: {
      name: 'Domeinnaam',
      good: ({ host, addresses }) => `${host} wijst naar ${addresses}.`,
      bad: ({ host }) => `${host} wijst nergens naar.`,
      unknown: ({ host }) => `${host} kon van hier niet opgezocht worden.`,
      todo: () => 'Maak bij wie je domein beheert een A- en een AAAA-record met de adressen van deze server.',
    },
    tls: {
      name: 'Beveiligde verbinding (TLS)',
      good: ({ days }) => `Het certificaat is nog ${days} dagen geldig.`,
      bad: ({ days, code }) =>
        days
          ? `Het certificaat is nog ${days} dagen geldig.`
          : code === 'http'
            ? 'PUBLIC_URL begint niet met https:.'
            : `Een browser zou niet binnenkomen (${code}).`,
      unknown: () => '',
      todo: () => 'Kijk op de server wat Caddy zegt: journalctl -u caddy. Poort 80 en 443 moeten van buiten open staan.',
    },
    mailServer: {
      name: 'Mailserver',
      good: ({ host }) => `${host} antwoordt over TLS.`,
      bad: ({ host, code }) =>
        host ? `${host} antwoordt niet over TLS (${code}).` : 'SMTP_URL is niet ingesteld: er gaat geen mail weg.',
      unknown: ({ host }) => `${host} werkt met STARTTLS: dat blijkt pas bij een mail.`,
      todo: () => 'Kijk naam, poort en wachtwoord in SMTP_URL na bij je maildienst.',
    },
    spf: {
      name: 'SPF',
      good: ({ host }) => `${host} zegt welke servers namens jou mailen.`,
      bad: ({ host, found }) => `${host} heeft ${found} SPF-records; het moet er precies één zijn.`,
      unknown: ({ host }) => `De records van ${host} konden niet opgezocht worden.`,
      todo: () => 'Zet bij je domein één TXT-record "v=spf1 include:… -all"; je maildienst zegt wat er na include komt.',
    },
    dkim: {
      name: 'DKIM',
      good: ({ host }) => `${host} heeft de sleutel waarmee je mails getekend zijn.`,
      bad: ({ host }) => `Onder deze selector heeft ${host} geen sleutel.`,
      unknown: () =>
        'Niet bekeken. Vraag je maildienst naar zijn selector, en typ op de server: huisrecht doctor --dkim SELECTOR',
      todo: () => 'Zet bij je domein het DKIM-record dat je maildienst opgeeft.',
    },
    dmarc: {
      name: 'DMARC',
      good: ({ host }) => `${host} zegt wat er met valse mails moet gebeuren.`,
      bad: ({ host }) => `${host} heeft geen DMARC-record.`,
      unknown: ({ host }) => `De records van ${host} konden niet opgezocht worden.`,
      todo: ({ host }) => `Zet een TXT-record op _dmarc.${host}: "v=DMARC1; p=quarantine".`,
    },
    backup: {
      name: 'Reservekopie',
      good: ({ hours }) => `De laatste is ${hours} uur oud.`,
      bad: ({ hours }) => (hours ? `De laatste is ${hours} uur oud.` : 'Er is er nog geen gemaakt.'),
      unknown: () => '',
      todo: () => 'systemctl start huisrecht-backup, en kijk of huisrecht-backup.timer aan staat: systemctl list-timers.',
    },
    keyCopy: {
      name: 'Privésleutel van de reservekopieën',
      good: ({ day }) => `Geprobeerd op ${day}.`,
      bad: ({ code }) =>
        code === 'none'
          ? 'Er is nog geen sleutel om reservekopieën mee te versleutelen, dus worden er geen gemaakt.'
          : 'Nog niemand heeft laten zien dat die er is. Zonder die sleutel kan geen reservekopie worden teruggezet.',
      unknown: () => '',
      todo: ({ code }) =>
        code === 'none'
          ? 'huisrecht keys escrow, en bewaar wat dat toont buiten deze server.'
          : 'Probeer hem op het archief van de sleutels: huisrecht keys check ARCHIEF --identity BESTAND.',
    },
    renewal: {
      name: 'Vernieuwing van de sleutels',
      good: ({ hours }) => `De laatste is ${hours} uur oud.`,
      bad: ({ hours }) => `De laatste is ${hours} uur oud. Wat intussen gewist werd, is nog niet onleesbaar.`,
      unknown: () => 'De database is niet open.',
      todo: () => 'Zoek keys.renew in het logboek: journalctl -u huisrecht | grep keys.renew. De site moet ’s nachts draaien.',
    },
    sweep: {
      name: 'Opruimen wat te oud is',
      good: ({ hours, rows }) => `De laatste keer is ${hours} uur geleden; er verdwenen ${rows} rijen.`,
      bad: ({ hours }) =>
        `De laatste keer is ${hours} uur geleden. Er kan iets bewaard zijn dat volgens de privacyverklaring weg is.`,
      unknown: () => 'De database is niet open.',
      todo: () =>
        'Zoek sweep.failed in het logboek: journalctl -u huisrecht | grep sweep. Elk uur hoort dit vanzelf te gebeuren.',
    },
    audit: {
      name: 'Controle van de verklaring',
      good: ({ hours }) => `De laatste is ${hours} uur oud: de verklaring, het register en wat te zien is, zeggen hetzelfde.`,
      bad: ({ code, hours, different }) =>
        code === 'never'
          ? `Er liep er nog geen sinds de installatie, ${hours} uur geleden.`
          : code
            ? `De laatste is ${hours} uur oud.`
            : `De laatste is ${hours} uur oud, en vond ${different} verschillen.`,
      unknown: ({ code }) => (code ? 'De eerste loopt vannacht.' : 'Op deze site is er geen te zien.'),
      todo: ({ code }) =>
        code
          ? 'De site moet ’s nachts draaien. Nu meteen: huisrecht audit'
          : 'Typ op de server: huisrecht audit. Dat zegt wat er niet klopt.',
    },
    jobs: {
      name: 'Taken op de achtergrond',
      good: () => 'Er is niets mislukt en niets wacht te lang.',
      bad: ({ failed, minutes }) => `${failed} mislukt; de oudste wacht ${minutes} minuten.`,
      unknown: () => 'De databank is niet open.',
      todo: () => 'Zoek op de server in het logboek: journalctl -u huisrecht | grep job.failed. Vaak is het de mailserver.',
    },
    requests: {
      name: 'Vragen over gegevens',
      good: ({ open }) => `${open} in behandeling, geen enkele te laat.`,
      bad: ({ open, late }) => `${late} van de ${open} zijn over de termijn.`,
      unknown: () => 'Op deze site worden er geen gesteld.',
      todo: () => 'Laat de functionaris ze vandaag beantwoorden, in het beheer onder Vragen over gegevens.',
    },
    disk: {
      name: 'Schijf',
      good: ({ free, share }) => `${free} GB vrij (${share} %).`,
      bad: ({ free, share }) => `Nog ${free} GB vrij (${share} %).`,
      unknown: () => 'De map van de gegevens is er niet.',
      todo: () => 'Ruim op de server oude reservekopieën op (huisrecht backup MAP --keep 7) of neem een grotere schijf.',
    },
    memory: {
      name: 'Geheugen',
      good: ({ free, total }) => `${free} MB vrij van ${total} MB, wisselruimte meegeteld.`,
      bad: ({ free, total }) => `${free} MB vrij van ${total} MB, wisselruimte meegeteld.`,
      unknown: () => 'Dit systeem zegt het niet.',
      todo: () => 'Maak een wisselbestand van 1 GB: docs/running.md, "Swap".',
    },
    clock: {
      name: 'Klok',
      good: () => 'Loopt gelijk.',
      bad: () => 'Loopt niet gelijk met een tijdserver: codes en links kunnen dan weigeren.',
      unknown: () => 'Dit systeem zegt het niet.',
      todo: () => 'Typ op de server: timedatectl set-ntp true',
    },
    version: {
      name: 'Versie',
      good: ({ version, node }) => `${version}, de nieuwste (Node ${node}).`,
      bad: ({ version, latest }) => `${version}; er is een nieuwere: ${latest}.`,
      unknown: ({ version, node }) => `${version} (Node ${node}); of er een nieuwere is, was niet te zien.`,
      todo: () => 'Maak eerst een reservekopie, en volg dan "Updating" in docs/running.md.',
    },
  },
}
