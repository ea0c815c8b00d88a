// Whether a page is for everybody: the rules of WCAG 2.2 AA as axe-core has them, and what no rule of it sees.
import { lookAt } from './axe'
import type { Look } from './pages'
import { reach } from './reach'

/** Looks at each page in every way, of one visit: what is wrong comes into `faults`. */
export const forEverybody =
  (faults: string[]): Look =>
  async (page, state) => {
    await lookAt(page, faults, state)
    await reach(page, faults, state)
  }
