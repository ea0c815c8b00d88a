import type { Language } from '../../../std/words'
import { fieldNames } from '../import/fields'
import { nameOf } from './columns'

/** What the judge of imports says of a line, in the words of an advertiser: after the name of the column. */
const said: readonly (readonly [RegExp, nl: string, fr: string])[] = [
  [/^(\w+) is missing/, '$1 ontbreekt', '$1 manque'],
  [/^(\w+) is none of the values it can have/, '$1 heeft een waarde die niet bestaat', '$1 a une valeur qui n’existe pas'],
  [/^(\w+) is not a whole number/, '$1 is geen geheel getal', '$1 n’est pas un nombre entier'],
  [/^(\w+) is not an amount/, '$1 is geen bedrag', '$1 n’est pas un montant'],
  [
    /^(\w+) is not months and what they cost.*/,
    '$1 zijn geen maanden met hun huur, zoals 7=300 8=300',
    '$1 ne sont pas des mois avec leur loyer, comme 7=300 8=300',
  ],
  [/^(\w+) is not a day like 2026-09-14/, '$1 is geen dag zoals 2026-09-14', '$1 n’est pas un jour comme 2026-09-14'],
  [/^(\w+) is not a day or a moment.*/, '$1 is geen dag zoals 2026-09-14', '$1 n’est pas un jour comme 2026-09-14'],
  [/^(\w+) has signs that cannot be kept/, '$1 heeft tekens die niet mogen', '$1 contient des signes interdits'],
  [/^(\w+) is too short/, '$1 is te kort', '$1 est trop court'],
  [/^(\w+) is not a web address/, '$1 is geen webadres', '$1 n’est pas une adresse web'],
  [/^(\w+) is told twice, differently/, '$1 staat er twee keer in', '$1 y figure deux fois'],
  [/^(\w+) has a phone number in it/, 'in $1 staat een telefoonnummer', '$1 contient un numéro de téléphone'],
  [/^(\w+) has an e.mail address in it/, 'in $1 staat een e-mailadres', '$1 contient une adresse e-mail'],
  [/^(\w+) has an account number in it/, 'in $1 staat een rekeningnummer', '$1 contient un numéro de compte'],
  [/^(\w+) has a national number in it/, 'in $1 staat een rijksregisternummer', '$1 contient un numéro national'],
  [/^(\w+) has a house number in it/, 'in $1 staat een huisnummer', '$1 contient un numéro de maison'],
  [
    /^charges are told, but.*/,
    'er staan kosten, maar niet hoe ze gevraagd worden (chargesMode)',
    'des charges sont indiquées, mais pas comment (chargesMode)',
  ],
  [
    /^charges are included, and.*/,
    'de kosten zitten in de huur, en er staat ook een bedrag',
    'les charges sont comprises, et un montant figure aussi',
  ],
  [/^availableUntil is before availableFrom/, 'availableUntil komt voor availableFrom', 'availableUntil précède availableFrom'],
  [
    /^leaseMaxMonths is less than leaseMinMonths/,
    'leaseMaxMonths is minder dan leaseMinMonths',
    'leaseMaxMonths est inférieur à leaseMinMonths',
  ],
  [/^publishedAt is still to come/, 'publishedAt moet nog komen', 'publishedAt est à venir'],
  [/^city is no place that is known/, 'city is geen plaats die we kennen', 'city n’est pas un lieu connu'],
  [
    /^city is in Belgium and in the Netherlands.*/,
    'city ligt in België en in Nederland: vul country in',
    'city existe en Belgique et aux Pays-Bas : indiquez country',
  ],
  [/^postcode is not one/, 'postcode is er geen', 'postcode n’en est pas un'],
  [/^postcode (\d+) is not in .*/, 'postcode $1 hoort niet bij city', 'postcode $1 ne correspond pas à city'],
  [
    /^id is of an advert that was removed/,
    'id is van een advertentie die wij verwijderden',
    'id est d’une annonce que nous avons retirée',
  ],
  [
    /^the line has (\d+) values where the first line names (\d+) columns/,
    'de regel heeft $1 waarden, de eerste regel $2 kolommen',
    'la ligne a $1 valeurs, la première ligne $2 colonnes',
  ],
  [/^(\w+) .*/, '$1 klopt niet', '$1 n’est pas correct'],
]

/** A reason of the judge of imports in the language of an advertiser. English is what the judge speaks. */
export function reasonIn(reason: string, language: Language): string {
  if (language === 'en') return reason
  const found = said.find(([pattern]) => pattern.test(reason))
  const [told = '', ...quoted] = (found ? reason.replace(found[0], found[language === 'nl' ? 1 : 2]) : reason).split(/(?=")/)
  const named = told.replace(/\w+/g, (word) => {
    const field = fieldNames.find((name) => name === word)
    return field ? nameOf(field, language) : word
  })
  return [named, ...quoted].join('')
}
