import type { Version } from '../../privacy'
import type { Language } from '../../std/words'
import { words } from './words'

const sections = ['who', 'known', 'why', 'receivers', 'where', 'cookies', 'rights', 'about'] as const

/** What changed with a version, by section of the statement. */
export const Changes = ({ lang, of }: { lang: Language; of: Version }) => {
  const text = words(lang).statement
  if (of.changes.length === 0) return <p>{text.firstVersion}</p>
  return (
    <dl class="statement-changes">
      {sections.map((section) => {
        const some = of.changes.filter((change) => change.section === section)
        return (
          some.length > 0 && (
            <div>
              <dt>{text[section]}</dt>
              <dd>
                <ul>
                  {some.map(({ said }) => (
                    <li>{said[lang]}</li>
                  ))}
                </ul>
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
