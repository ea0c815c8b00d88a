import { type Errors, errorOf } from '../../../platform/forms'
import type { Language } from '../../../std/words'
import { Button, Checkboxes, FileInput, Form, Icon, type IconName, Picture, Tag } from '../../../ui'
import { paths } from '../paths'
import { photoOf } from '../picture'
import type { PhotoRow } from '../queries'
import { words } from '../words'
import { maxPhotos } from './rules'

type Other = { public_id: string; title: string }

const Move = ({ value, label, icon }: { value: string; label: string; icon: IconName }) => (
  <button class="photo-act" type="submit" name="move" value={value} aria-label={label} title={label}>
    <Icon name={icon} />
  </button>
)

/** The same photos for other adverts of one's own: a house has one front, one kitchen, and twelve rooms. */
const Others = ({ language, draft, others }: { language: Language; draft: string; others: readonly Other[] }) => {
  const text = words(language).photos
  return (
    <details>
      <summary>{text.others}</summary>
      <Form action={paths(language).ofDraft(draft, 'photos/others')} label={text.others}>
        <Checkboxes
          lang={language}
          name="adverts"
          label={text.which}
          hint={text.othersHint(maxPhotos)}
          options={others.map(({ public_id, title }) => ({ value: public_id, text: title }))}
        />
        <Button variant="secondary">{text.useThem}</Button>
      </Form>
    </details>
  )
}

/** Adding photos, ordering them by buttons (by dragging too, where the island runs) and taking them away. */
export const PhotoManager = ({
  language,
  draft,
  photos,
  others,
  errors,
}: {
  language: Language
  draft: string
  photos: readonly PhotoRow[]
  /** The other adverts of its owner. */
  others: readonly Other[]
  errors: Errors
}) => {
  const text = words(language).photos
  const to = paths(language)
  return (
    <div class="photos flow" data-photos data-order={to.ofDraft(draft, 'photos/order')}>
      <p class="measure">{text.lead}</p>
      <Form action={to.ofDraft(draft, 'photos/files')} multipart data-photo-upload>
        <FileInput
          lang={language}
          name="photos"
          label={text.add}
          hint={text.hint}
          why={text.why}
          accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif"
          multiple
          error={errorOf(errors, 'photos')}
        />
        <Button variant="secondary" icon="camera">
          {text.upload}
        </Button>
      </Form>
      <h2>
        {text.yours} <span class="count">{`${photos.length}/${maxPhotos}`}</span>
      </h2>
      {photos.length === 0 ? (
        <p class="soft">{text.none}</p>
      ) : (
        <Form action={to.ofDraft(draft, 'photos/order')} label={text.yours}>
          <p class="soft photo-drag" hidden>
            {text.drag}
          </p>
          <ol class="photo-list">
            {photos.map((photo, at) => (
              <li data-photo={photo.id}>
                <Picture photo={photoOf(photo, text.alt(at + 1))} sizes="14rem" />
                {at === 0 && (
                  <span class="photo-cover">
                    <Tag tone="brand">{text.cover}</Tag>
                  </span>
                )}
                <div class="photo-acts">
                  {at > 0 && <Move value={`${photo.id} first`} label={text.first(at + 1)} icon="star" />}
                  {at > 0 && <Move value={`${photo.id} earlier`} label={text.earlier(at + 1)} icon="arrowLeft" />}
                  {at < photos.length - 1 && <Move value={`${photo.id} later`} label={text.later(at + 1)} icon="arrowRight" />}
                  <button
                    class="photo-act"
                    type="submit"
                    name="photo"
                    value={photo.id}
                    formaction={to.ofDraft(draft, 'photos/removal')}
                    aria-label={text.remove(at + 1)}
                    title={text.remove(at + 1)}
                  >
                    <Icon name="trash" />
                  </button>
                </div>
              </li>
            ))}
          </ol>
        </Form>
      )}
      {photos.length > 0 && others.length > 0 && <Others language={language} draft={draft} others={others} />}
    </div>
  )
}
