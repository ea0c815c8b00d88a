import type { Child } from 'hono/jsx'
import { words } from '../words'
import { Document, type DocumentProps } from './document'
import { Footer, type FooterGroup } from './footer'
import { Header, type HeaderProps } from './header'

export type LayoutProps = HeaderProps &
  Omit<DocumentProps, 'look'> & {
    footer: readonly FooterGroup[]
    smallPrint?: Child
    /** As wide as a list with its map beside it. */
    wide?: boolean
    /** What stands above the header. */
    before?: Child
    /** What stands after the content, above the foot. */
    after?: Child
  }

/** The whole document. The page brings the one `h1`. */
export const Layout = (props: LayoutProps) => {
  const { lang, desk } = props
  return (
    <Document {...props} look={desk ? 'desk' : props.wide ? 'wide' : undefined}>
      <a class="skip" href="#content">
        {words(lang).skip}
      </a>
      {props.before}
      <Header {...props} />
      <main class="main wrap flow" id="content" tabindex={-1}>
        {props.children}
      </main>
      {props.after}
      <Footer lang={lang} groups={props.footer} languages={props.languages} smallPrint={props.smallPrint} />
    </Document>
  )
}
