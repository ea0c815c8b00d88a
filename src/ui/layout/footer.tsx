import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { words } from '../words'
import { type LanguageLink, Languages, Links, type NavItem } from './header'

export type FooterGroup = { title: string; links: readonly NavItem[] }

export type FooterProps = {
  lang: Language
  groups: readonly FooterGroup[]
  languages: readonly LanguageLink[]
  smallPrint?: Child
}

export const Footer = ({ lang, groups, languages, smallPrint }: FooterProps) => (
  <footer class="footer">
    <div class="footer-in wrap">
      <nav class="footer-groups" aria-label={words(lang).footerNavigation}>
        {groups.map(({ title, links }) => (
          <div>
            <h2 class="footer-title">{title}</h2>
            <ul>
              <Links items={links} />
            </ul>
          </div>
        ))}
      </nav>
      {(smallPrint || languages.length > 0) && (
        <div class="footer-end">
          {smallPrint && <div class="footer-small">{smallPrint}</div>}
          {languages.length > 0 && <Languages lang={lang} links={languages} />}
        </div>
      )}
    </div>
  </footer>
)
