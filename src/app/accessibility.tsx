import type { Context } from 'hono'
import type { Env } from '../platform/http'
import { page } from '../platform/http/page'
import { wordsIn } from '../std/words'
import { Prose } from '../ui'

const nl = {
  title: 'Toegankelijkheid',
  description: 'Hoe deze site voor iedereen bruikbaar blijft, en wat je kunt doen als iets niet lukt.',
  aim: 'Deze site is gemaakt om door iedereen gebruikt te worden: met muis, toetsenbord, schermlezer, vergroting tot 400 %, op een kleine telefoon, met een trage verbinding en zonder JavaScript. We bouwen ze volgens WCAG 2.2, niveau AA (EN 301 549).',
  checkedTitle: 'Hoe we dat nagaan',
  checked: [
    'Elke pagina wordt bij elke wijziging automatisch getest met axe, in licht en donker, op telefoon en computer.',
    'De belangrijkste handelingen worden telkens ook zonder JavaScript uitgevoerd.',
    'Kleuren hebben een contrast dat wordt nagerekend, en niets wordt alleen met kleur gezegd.',
  ],
  knownTitle: 'Wat we weten',
  photos: 'Foto’s van kamers krijgen de titel van de advertentie als beschrijving: de adverteerder beschrijft ze niet zelf.',
  known: 'Automatische tests vinden niet alles; een test met mensen die dagelijks hulpmiddelen gebruiken, is nog niet gebeurd.',
  helpTitle: 'Lukt er iets niet?',
  help: (email: string) =>
    `Schrijf naar ${email}. Zeg op welke pagina het was en wat je gebruikt; we antwoorden binnen 14 dagen en helpen je intussen op een andere manier.`,
}
type Words = typeof nl
const fr: Words = {
  title: 'Accessibilité',
  description: 'Comment ce site reste utilisable par tous, et que faire si quelque chose ne va pas.',
  aim: 'Ce site est fait pour être utilisé par tout le monde : à la souris, au clavier, avec un lecteur d’écran, agrandi jusqu’à 400 %, sur un petit téléphone, avec une connexion lente et sans JavaScript. Nous le construisons selon WCAG 2.2, niveau AA (EN 301 549).',
  checkedTitle: 'Comment nous le vérifions',
  checked: [
    'Chaque page est testée automatiquement avec axe à chaque modification, en clair et en sombre, sur téléphone et sur ordinateur.',
    'Les actions principales sont chaque fois aussi exécutées sans JavaScript.',
    'Le contraste des couleurs est calculé, et rien n’est dit par la couleur seule.',
  ],
  knownTitle: 'Ce que nous savons',
  photos: 'Les photos des chambres ont pour description le titre de l’annonce : l’annonceur ne les décrit pas lui-même.',
  known:
    'Les tests automatiques ne trouvent pas tout ; un test avec des personnes qui utilisent chaque jour des aides techniques n’a pas encore eu lieu.',
  helpTitle: 'Quelque chose ne va pas ?',
  help: (email) =>
    `Écrivez à ${email}. Dites sur quelle page et ce que vous utilisez ; nous répondons dans les 14 jours et vous aidons autrement entre-temps.`,
}
const en: Words = {
  title: 'Accessibility',
  description: 'How this site stays usable for everybody, and what to do when something does not work.',
  aim: 'This site is made to be used by everybody: with a mouse, a keyboard, a screen reader, enlarged to 400 %, on a small phone, over a slow connection and without JavaScript. We build it to WCAG 2.2, level AA (EN 301 549).',
  checkedTitle: 'How we check that',
  checked: [
    'Every page is tested automatically with axe at every change, in light and dark, on phone and computer.',
    'The main journeys are each run without JavaScript too.',
    'The contrast of colours is computed, and nothing is said by colour alone.',
  ],
  knownTitle: 'What we know',
  photos: 'Photos of rooms have the title of the advert as their description: the advertiser does not describe them.',
  known:
    'Automatic tests do not find everything; a test with people who use assistive technology every day has not been done yet.',
  helpTitle: 'Does something not work?',
  help: (email) =>
    `Write to ${email}. Say on which page it was and what you use; we answer within 14 days and help you in another way meanwhile.`,
}
const words = wordsIn<Words>({ nl, fr, en })

/** The accessibility statement (European Accessibility Act, Directive (EU) 2019/882). */
export function accessibility(c: Context<Env>): Promise<Response> {
  const text = words(c.var.language)
  return page(
    c,
    { title: text.title, description: text.description, sharedFor: 3600 },
    <Prose>
      <h1>{text.title}</h1>
      <p>{text.aim}</p>
      <h2>{text.checkedTitle}</h2>
      <ul>
        {text.checked.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{text.knownTitle}</h2>
      {c.var.p.site.features.includes('listings') && <p>{text.photos}</p>}
      <p>{text.known}</p>
      <h2>{text.helpTitle}</h2>
      <p>{text.help(c.var.p.site.controller.email)}</p>
    </Prose>,
  )
}
