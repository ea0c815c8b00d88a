import type { Example } from '../example'
import { Hero } from '../hero/hero'
import { Layout, type LayoutProps } from './layout'

/** What is the same on every page of an imagined site. */
export const frame: Omit<LayoutProps, 'title' | 'children'> = {
  lang: 'nl',
  site: { name: 'Dorpel', home: '/nl' },
  nav: [
    { href: '/nl/koten', text: 'Zoeken', current: true },
    { href: '/nl/plaatsen', text: 'Plaats een zoekertje' },
  ],
  account: [
    { href: '/nl/favorieten', text: 'Bewaard', icon: 'heart' },
    { href: '/nl/berichten', text: 'Berichten', icon: 'message', count: 2 },
    { href: '/nl/account', text: 'Mijn account', icon: 'user' },
  ],
  languages: [
    { lang: 'nl', href: '/nl/koten' },
    { lang: 'fr', href: '/fr/kots' },
    { lang: 'en', href: '/en/rooms' },
  ],
  stylesheets: ['/assets/site.css'],
  footer: [
    {
      title: 'Voor zoekers',
      links: [
        { href: '/nl/koten', text: 'Zoek een kot' },
        { href: '/nl/veilig', text: 'Veilig huren' },
      ],
    },
    {
      title: 'Voor verhuurders',
      links: [
        { href: '/nl/plaatsen', text: 'Plaats een zoekertje' },
        { href: '/nl/regels', text: 'Wat de wet vraagt' },
      ],
    },
    {
      title: 'Over Dorpel',
      links: [
        { href: '/nl/privacy', text: 'Privacy' },
        { href: '/nl/contact', text: 'Contact' },
      ],
    },
  ],
}

/** Whole documents: they cannot stand in the style guide, which is one itself. */
export const pages: Example[] = [
  {
    name: 'Of the site',
    node: (
      <Layout
        {...frame}
        title="Koten in Gent"
        description="128 koten, studio’s en appartementen"
        canonical="https://dorpel.example/nl/koten"
        alternates={[{ lang: 'fr', href: 'https://dorpel.example/fr/kots' }]}
        scripts={['/assets/menu.js']}
        banner="Dit zijn voorbeelden."
        smallPrint={<p>Dorpel is een verzonnen site.</p>}
      >
        <h1>Koten in Gent</h1>
      </Layout>
    ),
  },
  {
    name: 'Refused',
    node: (
      <Layout
        {...frame}
        lang="fr"
        title="Votre message"
        errors
        noindex
        signOut={{ action: '/fr/deconnexion', text: 'Se déconnecter' }}
      >
        <h1>Votre message</h1>
      </Layout>
    ),
  },
  {
    name: 'Of the desk',
    node: (
      <Layout
        {...frame}
        lang="en"
        desk="Desk"
        title="What waits"
        nav={[{ href: '/en/desk', text: 'What waits', current: true, count: 4 }]}
      >
        <h1>What waits</h1>
      </Layout>
    ),
  },
  {
    name: 'Home',
    node: (
      <Layout {...frame} title="Dorpel">
        <Hero title="Een kot vinden zonder gedoe" lead="Schrijf gratis naar wie verhuurt." />
      </Layout>
    ),
  },
]
