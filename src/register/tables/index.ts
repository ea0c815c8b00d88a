import type { DatabaseOf, Table } from '../language'
import { accountsTables } from './accounts'
import { alertsTables } from './alerts'
import { campaignsTables } from './campaigns'
import { chatTables } from './chat'
import { consentTables } from './consent'
import { contactTables } from './contact'
import { crispTables } from './crisp'
import { deskTables } from './desk'
import { evidenceTables } from './evidence'
import { incidentsTables } from './incidents'
import { listingsTables } from './listings'
import { messagesTables } from './messages'
import { newsletterTables } from './newsletter'
import { platformTables } from './platform'
import { repliesTables } from './replies'
import { requestsTables } from './requests'
import { shortlistsTables } from './shortlists'
import { statisticsTables } from './statistics'
import { writingTables } from './writing'

/** Every table of the product, lowest feature first: a later one refers to an earlier one. A site has those of its own features. */
export const tables = {
  ...platformTables,
  ...accountsTables,
  ...deskTables,
  ...listingsTables,
  ...evidenceTables,
  ...alertsTables,
  ...shortlistsTables,
  ...messagesTables,
  ...incidentsTables,
  ...requestsTables,
  ...consentTables,
  ...campaignsTables,
  ...contactTables,
  ...chatTables,
  ...crispTables,
  ...writingTables,
  ...repliesTables,
  ...newsletterTables,
  ...statisticsTables,
}

export type Tables = typeof tables
export type TableName = keyof Tables
export type Database = DatabaseOf<Tables>

export const tableNamed = (name: TableName): Table => tables[name]
export const tableNames = Object.keys(tables).filter((name): name is TableName => name in tables)
export const isTable = (name: string): name is TableName => tableNames.some((one) => one === name)
/** The tables of a site that has these features. */
export const tablesOf = (features: readonly string[]): TableName[] =>
  tableNames.filter((name) => tableNamed(name).feature === 'platform' || features.includes(tableNamed(name).feature))
