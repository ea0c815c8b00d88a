import type { Language } from '../../../std/words'
import { proofOf } from './facts'
import { words } from './words'

/** From a fact of the statement to what proves it: small, last in its fact, not on paper. `of`: what the fact is called. */
export const ProofLink = ({ lang, fact, of }: { lang: Language; fact: string; of: string }) => (
  <a class="fact-proof" href={proofOf(lang, fact)} rel="nofollow">
    {words(lang).proof}
    <span class="visually-hidden">: {of}</span>
  </a>
)
