import type { Region } from '../../../register/tables/listings'
import type { Language } from '../../../std/words'
import { Notice } from '../../../ui'
import { questionsPath } from '../paths'
import type { askedIn } from './questions'
import { words } from './words'

/** A kind word before a message goes that asks what may not be asked. */
export function QuestionHint({
  found,
  region,
  language,
}: {
  found: ReturnType<typeof askedIn>
  region: Region
  language: Language
}) {
  const text = words(language)
  return (
    <Notice tone="warning" title={text.hint.title} live>
      {found.map(({ question, quotes }) => (
        <p>
          {text.hint.quotes(quotes.map((quote) => `“${quote}”`).join(', '))}. {question.why[language]}
        </p>
      ))}
      <p>{text.hint.how}</p>
      <p>
        <QuestionsLink region={region} language={language} />
      </p>
    </Notice>
  )
}

export const QuestionsLink = ({ region, language }: { region?: Region; language: Language }) => (
  <a href={`${questionsPath(language)}${region ? `#${region}` : ''}`}>{words(language).title}</a>
)
