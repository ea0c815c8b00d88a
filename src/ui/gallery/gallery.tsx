import type { Language } from '../../std/words'
import { type Photo, Picture } from '../picture/picture'
import { words } from '../words'

/** Photos in a row to swipe or scroll through; the small ones below are links into the row. */
export const Gallery = ({ lang, photos }: { lang: Language; photos: readonly Photo[] }) => {
  const text = words(lang)
  return (
    <div class="gallery">
      <ul class="gallery-row" aria-label={text.photos} tabindex={0}>
        {photos.map((photo, index) => (
          <li id={`photo-${index + 1}`}>
            <Picture photo={photo} sizes="(min-width: 64em) 50rem, 100vw" eager={index === 0} />
            <span class="gallery-number" aria-hidden="true">
              {index + 1} / {photos.length}
            </span>
          </li>
        ))}
      </ul>
      {photos.length > 1 && (
        <ul class="gallery-thumbs">
          {photos.map((photo, index) => (
            <li>
              <a class="gallery-thumb" href={`#photo-${index + 1}`} aria-label={text.photo(index + 1, photos.length)}>
                <Picture photo={{ ...photo, alt: '' }} sizes="6rem" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
