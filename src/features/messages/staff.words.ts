import { wordsIn } from '../../std/words'

const nl = {
  parts: { seeker: 'Zoeker', advertiser: 'Adverteerder' },
  thread: 'Het gesprek',
  held: (day: string) => `Bewaard tot ${day}`,
  nothing: 'Er staat niets meer in: wie schreef, heeft zijn account beëindigd.',
}
type Words = typeof nl
const fr: Words = {
  parts: { seeker: 'La personne qui cherche', advertiser: 'L’annonceur' },
  thread: 'La conversation',
  held: (day) => `Conservée jusqu’au ${day}`,
  nothing: 'Il n’y a plus rien : les auteurs ont mis fin à leur compte.',
}
const en: Words = {
  parts: { seeker: 'Seeker', advertiser: 'Advertiser' },
  thread: 'The conversation',
  held: (day) => `Held until ${day}`,
  nothing: 'Nothing is left in it: whoever wrote has ended their account.',
}

export const words = wordsIn<Words>({ nl, fr, en })
