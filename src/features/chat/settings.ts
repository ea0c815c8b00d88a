import type { Site } from '../../platform/site'
import { Told } from '../../platform/told'
import { words } from './words'

/** The chat of a site cannot be as its site.ts says. */
export class WrongChat extends Told {
  readonly code = 'wrong_chat'
}

export type OwnChat = Extract<Site['chat'], { by: 'us' }>

/** Our own chat of a site. Throws WrongChat for one that has another, or that is without the form that visitors are led to when nobody is there, and for hours that end before they begin. */
export function chatOf({ chat, features }: Pick<Site, 'chat' | 'features'>): OwnChat {
  if (chat.by !== 'us') throw new WrongChat((language) => words(language).wrong.another)
  if (!features.includes('contact')) throw new WrongChat((language) => words(language).wrong.noForm)
  const turned = chat.hours.find(({ from, until }) => until <= from)
  if (turned) throw new WrongChat((language) => words(language).wrong.hours(turned.from, turned.until))
  return chat
}
