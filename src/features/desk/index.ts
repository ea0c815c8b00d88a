import { feature } from '../../platform/feature'
import { mails } from './mails'

export { type HeldFor, type Opening, openForStaff, type StaffPurpose } from './opening'
export { type Notice, report } from './report'
export { contactField, type Reported, ReportForm, reportFields, reportPage, reportReasons } from './report-form'

export const desk = feature({
  name: 'desk',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  mails,
})
