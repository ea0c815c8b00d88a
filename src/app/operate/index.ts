// What an operator does beside the running site: none of it needs the site to be whole.
import type { Config } from '../../platform/config'
import type { Language } from '../../std/words'
import { backup, putBack } from './backups'
import { doctor } from './doctor'
import { handover } from './handover'
import { keysCheck, keysEscrow, keysLedger } from './keys'

export type Out = (line: string) => void
/** A verb that does not open the site. Answers the exit code. */
export type Errand = {
  name: string
  usage: string
  summary: Record<Language, string>
  run(config: Config, args: readonly string[], out: Out): Promise<number>
}

export const errands: readonly Errand[] = [backup, putBack, keysCheck, keysEscrow, keysLedger, doctor, handover]
