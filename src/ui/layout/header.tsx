import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { Form } from '../form/form'
import { Icon, type IconName } from '../icon/icon'
import { words } from '../words'

export type NavItem = { href: string; text: string; current?: boolean; count?: number; icon?: IconName }
export type LanguageLink = { lang: Language; href: string }

export type HeaderProps = {
  lang: Language
  site: { name: string; home: string; logo?: string | undefined }
  nav: readonly NavItem[]
  /** What belongs to the visitor: sign in, or their pages. */
  account: readonly NavItem[]
  signOut?: { action: string; text: string; hidden?: Record<string, string> }
  /** This same page in each language. */
  languages: readonly LanguageLink[]
  /** Said at the top of every page, such as "these are demo adverts". */
  banner?: Child
  /** For the staff: its name beside that of the site, with the menu down the side. */
  desk?: string
}

const names: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' }

export const Links = ({ items }: { items: readonly NavItem[] }) => (
  <>
    {items.map(({ href, text, current, count, icon }) => (
      <li>
        <a class="nav-link" href={href} aria-current={current ? 'page' : undefined}>
          {icon && <Icon name={icon} />}
          {text} {count !== undefined && count > 0 && <span class="count">{count}</span>}
        </a>
      </li>
    ))}
  </>
)

/** Full names where there is room, codes where there is not: the name is still said. */
export const Languages = ({ lang, links, brief }: { lang: Language; links: readonly LanguageLink[]; brief?: boolean }) => (
  <ul class="languages" aria-label={words(lang).language}>
    {links.map((link) => (
      <li>
        <a
          class="nav-link"
          href={link.href}
          lang={link.lang}
          hreflang={link.lang}
          aria-current={link.lang === lang ? 'true' : undefined}
        >
          {brief && `${link.lang.toUpperCase()} `}
          <span class={brief ? 'visually-hidden' : undefined}>{names[link.lang]}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** One menu: in line on a wide screen, a sheet behind a button on a narrow one. The popover needs no script. */
export const Header = ({ lang, site, nav, account, signOut, languages, banner, desk }: HeaderProps) => {
  const text = words(lang)
  return (
    <header class="header">
      {banner && <div class="banner">{banner}</div>}
      <div class="header-in wrap">
        <a class="header-home" href={site.home}>
          {site.logo ? (
            <>
              <img class="header-logo" src={site.logo} alt="" width={40} height={40} />
              <span class="header-name">{site.name}</span>
            </>
          ) : (
            <span class="header-name plate">{site.name}</span>
          )}
          {desk && <span class="header-desk">{desk}</span>}
        </a>
        <button class="menu-open" type="button" popovertarget="menu">
          <Icon name="menu" /> {text.menu}
        </button>
        <div class="menu sheet" id="menu" popover="auto">
          <button class="sheet-close" type="button" popovertarget="menu" popovertargetaction="hide">
            <Icon name="close" /> {text.close}
          </button>
          {nav.length > 0 && (
            <nav class="menu-main" aria-label={text.mainNavigation}>
              <ul>
                <Links items={nav} />
              </ul>
            </nav>
          )}
          {(account.length > 0 || signOut) && (
            <nav class="menu-account" aria-label={text.accountNavigation}>
              <ul>
                <Links items={account} />
                {signOut && (
                  <li>
                    <Form action={signOut.action} hidden={signOut.hidden}>
                      <button class="nav-link" type="submit">
                        {signOut.text}
                      </button>
                    </Form>
                  </li>
                )}
              </ul>
            </nav>
          )}
          {languages.length > 0 && (
            <nav class="menu-languages" aria-label={text.language}>
              <Languages lang={lang} links={languages} brief />
            </nav>
          )}
        </div>
      </div>
    </header>
  )
}
