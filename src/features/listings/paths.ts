import type { Language } from '../../std/words'
import type { StepName } from './steps'

/** The addresses of this feature's pages. */
export const paths = (language: Language) => {
  const draft = (id: string) => `/${language}/adverts/drafts/${id}`
  const advert = (publicId: string) => `/${language}/adverts/${publicId}`
  const room = (publicId: string) => `/${language}/rooms/${publicId}`
  return {
    start: `/${language}/adverts/new`,
    mine: `/${language}/adverts`,
    drafts: `/${language}/adverts/drafts`,
    rooms: `/${language}/rooms`,
    favourites: `/${language}/favourites`,
    step: (id: string, step: StepName | 'check') => `${draft(id)}/${step}`,
    ofDraft: (
      id: string,
      noun: 'publication' | 'removal' | 'photos/files' | 'photos/order' | 'photos/removal' | 'photos/others',
    ) => `${draft(id)}/${noun}`,
    ofAdvert: (publicId: string, noun: string) => `${advert(publicId)}/${noun}`,
    room,
    ofRoom: (publicId: string, noun: 'report' | 'favourite' | 'claim' | 'let') => `${room(publicId)}/${noun}`,
    desk: (kind: 'adverts' | 'claims' | 'evidence', id: string) => `/${language}/desk/${kind}/${id}`,
  }
}
