import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { words } from '../words'
import { Footer, type FooterGroup } from './footer'
import { Header, type HeaderProps } from './header'

export type LayoutProps = HeaderProps & {
  /** Of the page; the name of the site is put after it. */
  title: string
  /** Something typed was refused: the title says so first, for who hears the page. */
  errors?: boolean
  description?: string
  canonical?: string
  alternates?: readonly { lang: Language | 'x-default'; href: string }[]
  noindex?: boolean
  stylesheets: readonly string[]
  scripts?: readonly string[]
  footer: readonly FooterGroup[]
  smallPrint?: Child
  /** As wide as a list with its map beside it. */
  wide?: boolean
  /** What stands above the header. */
  before?: Child
  /** What stands after the content, above the foot. */
  after?: Child
  /** Further tags for the head. */
  head?: Child
  children?: Child
}

/** The whole document. The page brings the one `h1`. */
export const Layout = (props: LayoutProps) => {
  const { lang, site, title, errors, description, canonical, alternates = [], noindex, stylesheets, scripts = [], desk } = props
  const text = words(lang)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <title>
            {errors ? `${text.error} ` : ''}
            {title === site.name ? title : `${title} – ${site.name}`}
          </title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {description && <meta name="description" content={description} />}
          {noindex && <meta name="robots" content="noindex" />}
          {canonical && <link rel="canonical" href={canonical} />}
          {alternates.map((alternate) => (
            <link rel="alternate" hreflang={alternate.lang} href={alternate.href} />
          ))}
          <link rel="icon" href={site.logo ?? '/favicon.svg'} type="image/svg+xml" />
          {!site.logo && <link rel="apple-touch-icon" href="/apple-touch-icon.png" />}
          {stylesheets.map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
          {scripts.map((src) => (
            <script type="module" src={src} />
          ))}
          {props.head}
        </head>
        <body class={desk ? 'desk' : props.wide ? 'wide' : undefined}>
          <a class="skip" href="#content">
            {text.skip}
          </a>
          {props.before}
          <Header {...props} />
          <main class="main wrap flow" id="content" tabindex={-1}>
            {props.children}
          </main>
          {props.after}
          <Footer lang={lang} groups={props.footer} languages={props.languages} smallPrint={props.smallPrint} />
        </body>
      </html>
    </>
  )
}
