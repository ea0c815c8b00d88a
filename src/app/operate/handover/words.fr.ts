import type { Words } from './words.nl'

export const fr: Words = {
  title: (site) => `Transmettre ${site}`,
  agreement: (day) => `contrat du ${day}`,
  noAgreement: 'aucun contrat noté',
  checked: (day) => `vérifiée le ${day}`,
  lastOne: (day) => `la dernière date du ${day}`,
  chapters: {
    people: 'Qui est responsable',
    accounts: 'Comptes ailleurs, à mettre en d’autres mains',
    treasures: 'Ce qui ne doit jamais se perdre',
    server: 'Sur le serveur',
    duties: 'Les tâches qui passent à la relève',
  },
  items: {
    people: {
      controller: { what: 'Responsable du traitement', why: 'figure dans la déclaration de confidentialité' },
      officer: { what: 'Délégué·e à la protection des données', why: 'c’est là qu’écrivent les gens et l’autorité' },
      authority: { what: 'Autorité', why: 'une fuite de données lui est signalée dans les 72 heures' },
      owners: { what: 'Au moins deux propriétaires dans la gestion', why: 'un téléphone se perd vite' },
      leaving: { what: 'Propriétaire qui s’en va', why: 'son accès prend fin le jour du départ' },
    },
    accounts: {
      domain: { what: 'Nom de domaine', why: 'qui tient le nom tient le site' },
      server: { what: 'Serveur', why: 'la facture, et l’accès par SSH' },
      mail: { what: 'E-mail', why: 'la facture, et le mot de passe dans SMTP_URL' },
      mailbox: { what: 'Boîte mail du site', why: 'les réponses des gens y arrivent' },
    },
    treasures: {
      keys: { what: 'Clés', why: 'sans elles, plus personne ne peut rien lire' },
      keyCopy: { what: 'Clé privée des sauvegardes', why: 'dans quel coffre est-elle, et qui peut l’ouvrir ?' },
      data: { what: 'Données', why: 'base de données et fichiers' },
      backup: { what: 'Sauvegarde, hors du serveur', why: 'et pas au même endroit que la copie des clés' },
      restore: {
        what: 'Une sauvegarde vraiment remise en place, pour essayer',
        why: 'sur une autre machine, avec la copie des clés',
      },
    },
    server: {
      program: { what: 'Programme', why: 'le clone qui tourne' },
      folder: { what: 'Dossier du site', why: 'noms, entreprises, style : gardez-en une copie' },
      settings: { what: 'Réglages', why: 'ce fichier contient le mot de passe du mail' },
      services: { what: 'Services', why: 'site, sauvegarde de nuit, serveur web' },
      doctor: { what: 'Si tout va bien', why: 'à regarder ensemble, le jour même' },
    },
    duties: {
      questions: { what: 'Questions des gens sur leurs données', why: 'une réponse dans les 14 jours' },
      reports: { what: 'Signalements et plaintes dans la gestion', why: 'quelqu’un regarde chaque jour' },
      breaches: { what: 'Le registre des fuites de données', why: 'les petites aussi' },
      statement: {
        what: 'Les nouvelles personnes dans la déclaration de confidentialité',
        why: 'adaptez site.ts le jour de la transmission',
      },
    },
  },
}
