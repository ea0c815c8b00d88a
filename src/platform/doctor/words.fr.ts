import type { Words } from './words.nl'

export const fr: Words = {
  states: { good: 'en ordre', bad: 'pas en ordre', unknown: 'impossible à voir' },
  todo: 'À faire :',
  summary: {
    well: 'Tout est en ordre.',
    ill: (n) => (n === 1 ? '1 chose n’est pas en ordre.' : `${n} choses ne sont pas en ordre.`),
  },
  countries: {
    unreadable: (file) => `COUNTRIES est ${file}, qui ne peut pas être lu : aucun pays n’est compté.`,
    other: (file) =>
      `COUNTRIES est ${file}, qui n’a pas des lignes avec une première adresse, une dernière et un pays : aucun pays n’est compté.`,
  },
  streets: {
    unreadable: (file) => `BASEMAP est ${file}, qui ne peut pas être lu : la carte n’a pas de rues.`,
    other: (file) => `BASEMAP est ${file}, qui n’est pas une archive PMTiles de version 3 : la carte n’a pas de rues.`,
  },
  checks: {
    program: {
      name: 'Le programme',
      good: () => 'Base de données, clés et registre vont ensemble.',
      bad: ({ why }) => `Le programme ne démarre pas : ${why}`,
      unknown: () => '',
      todo: () =>
        'Lisez la phrase ci-dessus : elle dit ce qu’il faut corriger. Tapez ensuite sur le serveur : systemctl restart huisrecht',
    },
    settings: {
      name: 'Réglages',
      good: () => 'Aucun réglage n’est faible ou vide.',
      bad: ({ wrong }) => `Pas encore prêt pour des visiteurs : ${wrong}`,
      unknown: () => '',
      todo: () =>
        'Corrigez dans site.ts ou dans le fichier d’environnement, ou tapez sur le serveur : huisrecht setup. Ensuite : systemctl restart huisrecht',
    },
    dns: {
      name: 'Nom de domaine',
      good: ({ host, addresses }) => `${host} mène à ${addresses}.`,
      bad: ({ host }) => `${host} ne mène nulle part.`,
      unknown: ({ host }) => `${host} n’a pas pu être cherché d’ici.`,
      todo: () => 'Créez chez le gestionnaire de votre domaine un enregistrement A et un AAAA avec les adresses de ce serveur.',
    },
    tls: {
      name: 'Connexion sécurisée (TLS)',
      good: ({ days }) => `Le certificat est valable encore ${days} jours.`,
      bad: ({ days, code }) =>
        days
          ? `Le certificat est valable encore ${days} jours.`
          : code === 'http'
            ? 'PUBLIC_URL ne commence pas par https:.'
            : `Un navigateur n’entrerait pas (${code}).`,
      unknown: () => '',
      todo: () =>
        'Voyez sur le serveur ce que dit Caddy : journalctl -u caddy. Les ports 80 et 443 doivent être ouverts de l’extérieur.',
    },
    mailServer: {
      name: 'Serveur de mail',
      good: ({ host }) => `${host} répond par TLS.`,
      bad: ({ host, code }) =>
        host ? `${host} ne répond pas par TLS (${code}).` : 'SMTP_URL n’est pas réglé : aucun e-mail ne part.',
      unknown: ({ host }) => `${host} utilise STARTTLS : cela ne se voit qu’à l’envoi.`,
      todo: () => 'Vérifiez nom, port et mot de passe dans SMTP_URL auprès de votre service de mail.',
    },
    spf: {
      name: 'SPF',
      good: ({ host }) => `${host} dit quels serveurs envoient en votre nom.`,
      bad: ({ host, found }) => `${host} a ${found} enregistrements SPF ; il en faut exactement un.`,
      unknown: ({ host }) => `Les enregistrements de ${host} n’ont pas pu être cherchés.`,
      todo: () =>
        'Ajoutez à votre domaine un seul TXT « v=spf1 include:… -all » ; votre service de mail dit ce qui suit include.',
    },
    dkim: {
      name: 'DKIM',
      good: ({ host }) => `${host} a la clé qui signe vos e-mails.`,
      bad: ({ host }) => `Sous ce sélecteur, ${host} n’a pas de clé.`,
      unknown: () =>
        'Pas regardé. Demandez son sélecteur à votre service de mail, puis tapez sur le serveur : huisrecht doctor --dkim SÉLECTEUR',
      todo: () => 'Ajoutez à votre domaine l’enregistrement DKIM que donne votre service de mail.',
    },
    dmarc: {
      name: 'DMARC',
      good: ({ host }) => `${host} dit que faire des faux e-mails.`,
      bad: ({ host }) => `${host} n’a pas d’enregistrement DMARC.`,
      unknown: ({ host }) => `Les enregistrements de ${host} n’ont pas pu être cherchés.`,
      todo: ({ host }) => `Ajoutez un TXT à _dmarc.${host} : « v=DMARC1; p=quarantine ».`,
    },
    backup: {
      name: 'Sauvegarde',
      good: ({ hours }) => `La dernière date d’il y a ${hours} heures.`,
      bad: ({ hours }) => (hours ? `La dernière date d’il y a ${hours} heures.` : 'Il n’y en a encore aucune.'),
      unknown: () => '',
      todo: () => 'systemctl start huisrecht-backup, et voyez si huisrecht-backup.timer est actif : systemctl list-timers.',
    },
    keyCopy: {
      name: 'Clé privée des sauvegardes',
      good: ({ day }) => `Essayée le ${day}.`,
      bad: ({ code }) =>
        code === 'none'
          ? 'Il n’y a pas encore de clé pour chiffrer les sauvegardes : aucune ne se fait.'
          : 'Personne n’a encore montré qu’elle existe. Sans elle, aucune sauvegarde ne peut être remise en place.',
      unknown: () => '',
      todo: ({ code }) =>
        code === 'none'
          ? 'huisrecht keys escrow, et gardez ce qui s’affiche hors de ce serveur.'
          : 'Essayez-la sur l’archive des clés : huisrecht keys check ARCHIVE --identity FICHIER.',
    },
    renewal: {
      name: 'Renouvellement des clés',
      good: ({ hours }) => `Le dernier date d’il y a ${hours} heures.`,
      bad: ({ hours }) => `Le dernier date d’il y a ${hours} heures. Ce qui a été effacé depuis n’est pas encore illisible.`,
      unknown: () => 'La base de données n’est pas ouverte.',
      todo: () =>
        'Cherchez keys.renew dans le journal : journalctl -u huisrecht | grep keys.renew. Le site doit tourner la nuit.',
    },
    sweep: {
      name: 'Effacement de ce qui est trop ancien',
      good: ({ hours, rows }) => `Le dernier date d’il y a ${hours} heures ; ${rows} lignes sont parties.`,
      bad: ({ hours }) =>
        `Le dernier date d’il y a ${hours} heures. Il se peut que soit gardé ce qui, selon la déclaration, n’est plus là.`,
      unknown: () => 'La base de données n’est pas ouverte.',
      todo: () =>
        'Cherchez sweep.failed dans le journal : journalctl -u huisrecht | grep sweep. Cela se fait de soi-même chaque heure.',
    },
    audit: {
      name: 'Contrôle de la déclaration',
      good: ({ hours }) =>
        `Le dernier date d’il y a ${hours} heures : la déclaration, le registre et ce que l’on observe disent la même chose.`,
      bad: ({ code, hours, different }) =>
        code === 'never'
          ? `Aucun depuis l’installation, il y a ${hours} heures.`
          : code
            ? `Le dernier date d’il y a ${hours} heures.`
            : `Le dernier date d’il y a ${hours} heures, et a trouvé ${different} différences.`,
      unknown: ({ code }) => (code ? 'Le premier se fait cette nuit.' : 'Sur ce site, on n’en voit pas.'),
      todo: ({ code }) =>
        code
          ? 'Le site doit tourner la nuit. Tout de suite : huisrecht audit'
          : 'Tapez sur le serveur : huisrecht audit. Il dit ce qui ne va pas.',
    },
    jobs: {
      name: 'Tâches de fond',
      good: () => 'Rien n’a échoué et rien n’attend trop longtemps.',
      bad: ({ failed, minutes }) => `${failed} en échec ; la plus ancienne attend ${minutes} minutes.`,
      unknown: () => 'La base de données n’est pas ouverte.',
      todo: () =>
        'Cherchez dans le journal du serveur : journalctl -u huisrecht | grep job.failed. Souvent, c’est le serveur de mail.',
    },
    requests: {
      name: 'Questions sur des données',
      good: ({ open }) => `${open} en cours, aucune en retard.`,
      bad: ({ open, late }) => `${late} sur ${open} ont dépassé le délai.`,
      unknown: () => 'Sur ce site, personne n’en pose.',
      todo: () => 'Faites-y répondre aujourd’hui par le ou la délégué·e, dans la gestion, sous Questions sur des données.',
    },
    disk: {
      name: 'Disque',
      good: ({ free, share }) => `${free} Go libres (${share} %).`,
      bad: ({ free, share }) => `Encore ${free} Go libres (${share} %).`,
      unknown: () => 'Le dossier des données n’est pas là.',
      todo: () =>
        'Supprimez sur le serveur d’anciennes sauvegardes (huisrecht backup DOSSIER --keep 7) ou prenez un disque plus grand.',
    },
    memory: {
      name: 'Mémoire',
      good: ({ free, total }) => `${free} Mo libres sur ${total} Mo, espace d’échange compris.`,
      bad: ({ free, total }) => `${free} Mo libres sur ${total} Mo, espace d’échange compris.`,
      unknown: () => 'Ce système ne le dit pas.',
      todo: () => 'Créez un fichier d’échange de 1 Go : docs/running.md, « Swap ».',
    },
    clock: {
      name: 'Horloge',
      good: () => 'À l’heure.',
      bad: () => 'Elle ne suit pas un serveur de temps : des codes et des liens peuvent être refusés.',
      unknown: () => 'Ce système ne le dit pas.',
      todo: () => 'Tapez sur le serveur : timedatectl set-ntp true',
    },
    version: {
      name: 'Version',
      good: ({ version, node }) => `${version}, la plus récente (Node ${node}).`,
      bad: ({ version, latest }) => `${version} ; il y en a une plus récente : ${latest}.`,
      unknown: ({ version, node }) => `${version} (Node ${node}) ; impossible de voir s’il y en a une plus récente.`,
      todo: () => 'Faites d’abord une sauvegarde, puis suivez « Updating » dans docs/running.md.',
    },
  },
}
