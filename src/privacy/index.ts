import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import { copyJob } from './archive'
import { filesJob } from './files'
import { liftJob } from './restrict'
import { sweepJobs } from './sweep'
import { tellJob } from './told'
import { versionJobs } from './versions'

export { addressesOf } from './addresses'
export { askCopy, copyMail, copyOfLink, copyState, fetchCopy, mintCopyKey } from './archive'
export { erasedSince, type Reached, reachOf, reachSum, type Scenario } from './breach'
export { changesSaid, type Frozen, frozenNow, type SaidChange, type Weight } from './changes'
export { type Copy, copyOf, withCopy } from './copy'
export { erase, eraseIn, foresee, type Receipt } from './erase'
export {
  agreementsOf,
  assessmentOf,
  assessmentText,
  blanksIn,
  exportWords,
  holdingSaid,
  peopleSaid,
  type Recorded,
  recordOf,
  runsOf,
  type Sheet,
  sheetCsv,
  workbook,
} from './exports'
export { type Farewell, farewellOf, farewellSent, sayFarewell } from './farewell'
export { removeWith } from './files'
export { type Glimpse, type GlimpseHolding, glimpseOf, onPage, pageOf } from './glimpse'
export { GlimpseView } from './glimpse-view'
export { demandable, handedOverIn, markOfLine, noteHandedOver, ordered, silenceEnded } from './hand-over'
export { heldFor, hold, holdsAgain, holdUntil, isHoldingBack, type LiveHold, liveHolds } from './holds'
export { catchUp } from './ledger'
export {
  decideObjection,
  object,
  objectionById,
  objectionsAgain,
  objectionsOf,
  takeObjectionBack,
  waitingObjections,
} from './object'
export { oneByOne } from './one-by-one'
export { type AtAddress, forgetAt, peopleAt } from './people-at'
export { CopyView, Entry } from './readable'
export { announceLifting, lift, restrict, restrictionOf, restrictionsAgain } from './restrict'
export { copySchemas } from './schemas'
export {
  type Chapter,
  type HoldingFact,
  type ItemFact,
  type RecipientFact,
  type StatementFacts,
  statementFacts,
  versionOf,
} from './statement'
export { sweep } from './sweep'
export { tellingById, tellRecipients, toldOf, waitingTellings } from './tell'
export { copyOfAll } from './together'
export { tellsItself, toldBy } from './told'
export {
  changedMail,
  hasPeople,
  isRecent,
  type Pages,
  type Pending,
  pageOfVersion,
  pendingVersion,
  publishStatement,
  type Version,
  versionsOf,
} from './versions'
export { eraseUnfounded } from './withdraw'
export { zipOf } from './zip'

/** The jobs that keep the statement true. */
export const privacyJobs = (p: Platform): JobSpec[] => [
  filesJob(p),
  copyJob(p),
  liftJob(p),
  tellJob(p),
  ...sweepJobs(p),
  ...versionJobs(p),
]
