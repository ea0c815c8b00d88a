// What an operator must be able to show (GDPR articles 28, 30 and 35), made from the facts of the statement.
export { agreementsOf } from './agreements'
export { assessmentOf, assessmentText, blanksIn } from './assessment'
export { runsOf } from './history'
export { type Recorded, recordOf } from './record'
export { holdingSaid, peopleSaid } from './said'
export { type Sheet, sheetCsv, workbook } from './sheet'
export { words as exportWords } from './words'
