import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { words } from '../words'

export type DocumentProps = {
  lang: Language
  site: { name: string; logo?: string | undefined }
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
  /** Further tags for the head. */
  head?: Child
  /** The class of its body. */
  look?: string
  children?: Child
}

/** A document with its head, and nothing in its body but what it is given: `Layout` puts header and foot around a page. */
export const Document = (props: DocumentProps) => {
  const { lang, site, title, errors, description, canonical, alternates = [], noindex, stylesheets, scripts = [] } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <title>
            {errors ? `${words(lang).error} ` : ''}
            {title === site.name ? [title, description].filter(Boolean).join(' – ') : `${title} – ${site.name}`}
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
        <body class={props.look}>{props.children}</body>
      </html>
    </>
  )
}
