import type { Language } from '../../../std/words'
import { labelled, momentIn } from '../../../std/written'
import type { Evidence } from './gather'
import { words } from './words'

const css =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}pre,p.text{white-space:pre-wrap}article{border-top:1px solid #999;padding:.5rem 0}img{max-width:100%}dt{font-weight:600}'
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The evidence to read, one page that stands on its own. */
export function evidenceDocument(evidence: Evidence, photos: readonly string[], lang: Language): string {
  const text = words(lang)
  const { about, other, messages, advert } = evidence
  const body = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{text.heading(about.site)}</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>{text.heading(about.site)}</h1>
        <dl>
          <dt>{text.madeAt}</dt>
          <dd>
            {momentIn(new Date(about.madeAt), lang)} ({about.madeAt})
          </dd>
          <dt>{text.between}</dt>
          <dd>
            {labelled(text.you, lang)} {evidence.requester}. {labelled(text.other, lang)} {other.name}
          </dd>
          {other.email && (
            <>
              <dt>{text.email}</dt>
              <dd>{other.email}</dd>
            </>
          )}
        </dl>
        {other.gone && <p>{text.gone}</p>}
        <h2>{text.messages}</h2>
        {messages.map((message) => (
          <article>
            <p>
              <strong>{message.from === 'requester' ? text.you : text.other}</strong>, {momentIn(new Date(message.at), lang)} (
              {message.at})
            </p>
            <p class="text">{message.text}</p>
          </article>
        ))}
        <h2>{text.advert}</h2>
        {advert ? (
          <dl>
            {Object.entries(advert.advert)
              .filter(([, value]) => value !== null)
              .map(([name, value]) => (
                <>
                  <dt>{name}</dt>
                  <dd class="text">{shown(value)}</dd>
                </>
              ))}
          </dl>
        ) : (
          <p>{text.noAdvert}</p>
        )}
        {photos.map((photo) => (
          <img src={photo} alt="" />
        ))}
        <p>{text.verify}</p>
      </body>
    </html>
  )
  return `<!doctype html>${body}`
}
