import type { Words } from './words.nl'

const putBack = 'Remettez le dossier de clés qui va avec ces données (KEYS_DIR).'

export const fr = {
  usage: (usage) => `Utilisation : huisrecht ${usage}`,
  settings: {
    https: 'doit commencer par https:',
    geocoder: (name, known) => `il n’y a pas de service d’adresses « ${name} » ; sont connus ${known.join(', ')}`,
    measurement: 'est le nom d’une mesure de Google Analytics 4, comme G-ABC123',
    topic: 'est un sujet d’Amazon SNS, comme arn:aws:sns:eu-west-1:123456789012:bounces',
    mautic:
      'MAUTIC_URL : dites aussi au nom de qui, avec MAUTIC_USER et MAUTIC_PASSWORD ou avec MAUTIC_CLIENT_ID et MAUTIC_CLIENT_SECRET, pas les deux',
    noBrowser: 'seul un destinataire dont le registre laisse les navigateurs charger quelque chose a une partie browser',
  },
  keys: {
    none: (folder) =>
      `La base contient des données scellées, mais il n’y a pas de clés dans ${folder}. ${putBack} Sans elles, rien n’est lisible, et en faire de nouvelles n’y changerait rien.`,
    strange: (folder, id, found) =>
      `Les clés dans ${folder} ne sont pas celles de cette base (la génération ${id} ${found ? 'est une autre clé' : 'manque ou ne s’ouvre pas'}). ${putBack}`,
  },
  ledger: {
    noLine: 'Une ligne du registre des effacements est illisible.',
    other: (where) =>
      `Le registre des effacements dans ${where} n’est pas celui que cette base a connu. Remettez le KEYS_DIR qui va avec elle.`,
    changed: (file, line) =>
      `Le registre des effacements ${file} a été modifié : la ligne ${line} ne suit pas celles qui la précèdent.`,
    strange: (kind) =>
      `Le registre des effacements contient « ${kind} », que cette version ne connaît pas. Remettez la version qui l’a écrit, ou une plus récente.`,
    behind: (where, seen, held) =>
      `La base en a vu plus que n’en contient le registre des effacements dans ${where} : ${seen} contre ${held}. Remettez le KEYS_DIR le plus récent. S’il est perdu pour de bon : huisrecht keys ledger accept`,
    tooOld: (where, days) =>
      `Cette base est antérieure au début du registre des effacements dans ${where} : impossible de savoir qui a été effacé depuis. Remettez une sauvegarde d’au plus ${days} jours.`,
  },
} satisfies Words
