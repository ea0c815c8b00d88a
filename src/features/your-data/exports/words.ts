import { wordsIn } from '../../../std/words'

const nl = {
  lead: 'Zo vraagt de AVG het, in artikel 30. Het wordt gemaakt uit hetzelfde register als de privacyverklaring, op het moment dat je het opent.',
  legal: 'Wat met een sterretje gemerkt is, vraagt de wet zelf. De rest staat er om het overzicht te houden.',
  xlsx: 'Als werkmap (XLSX)',
  csv: 'Als tekst voor een rekenblad (CSV)',
  markdown: 'Als tekst om aan verder te werken',
  link: 'Het register van de verwerkingsactiviteiten',
  agreements: 'De overeenkomsten met wie voor ons werkt',
  print: 'Je kunt deze pagina afdrukken.',
}
type Words = typeof nl
const fr: Words = {
  lead: 'C’est ce que demande le RGPD, à l’article 30. Il est fait du même registre que la déclaration de vie privée, au moment où vous l’ouvrez.',
  legal: 'Ce qui porte un astérisque est exigé par la loi même. Le reste sert à garder une vue d’ensemble.',
  xlsx: 'En classeur (XLSX)',
  csv: 'En texte pour tableur (CSV)',
  markdown: 'En texte, pour continuer à y travailler',
  link: 'Le registre des activités de traitement',
  agreements: 'Les contrats avec ceux qui travaillent pour nous',
  print: 'Vous pouvez imprimer cette page.',
}
const en: Words = {
  lead: 'This is what the GDPR asks for in article 30. It is made of the same register as the privacy statement, at the moment you open it.',
  legal: 'What is marked with an asterisk the law itself asks for. The rest is there to keep an overview.',
  xlsx: 'As a workbook (XLSX)',
  csv: 'As text for a spreadsheet (CSV)',
  markdown: 'As text to work on',
  link: 'The record of processing activities',
  agreements: 'The agreements with who works for us',
  print: 'You can print this page.',
}

export const words = wordsIn<Words>({ nl, fr, en })
