import {
  boolean,
  defaulted,
  json,
  moment,
  nullable,
  smallint,
  table,
  technical,
  text,
  textOf,
  texts,
  unsealed,
  uuid,
} from '../language'

export type IncidentKind = 'dump' | 'host' | 'processor' | 'recipient'

export const incidentsTables = {
  /** A breach (GDPR article 33), also one that nobody had to be told of (article 33(5)). What staff write here names nobody. */
  incidents: table({
    feature: 'incidents',
    columns: {
      id: technical(uuid),
      kind: technical(textOf<IncidentKind>()),
      /** From when until when it lasted, as far as that is known. */
      began_at: technical(moment),
      ended_at: technical(moment),
      /** The company at which it happened, or to which something wrongly went. */
      recipient: technical(nullable(text)),
      /** When it became clear: the 72 hours count from here. */
      known_at: technical(moment),
      noted_at: technical(moment),
      nature: technical(text),
      consequences: technical(defaulted(text)),
      measures: technical(defaulted(text)),
      /** The last alarm that was given, in hours. */
      alarmed: technical(defaulted(smallint)),
      filed_at: technical(nullable(moment)),
      /** Why the authority was told late, or not at all. */
      filing_reason: technical(nullable(text)),
      filing_needed: technical(nullable(boolean)),
      told_at: technical(nullable(moment)),
      telling_reason: technical(nullable(text)),
      telling_needed: technical(nullable(boolean)),
      /** How much of what was reached, in numbers. */
      reach: technical(json<{ people: number; records: number; holdings: object[] }>()),
    },
  }),
  /** Whose data a breach reached. */
  incident_people: table({
    feature: 'incidents',
    trace: true,
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      incident_id: technical(uuid),
      person_id: technical(uuid),
      /** What could be read, and what was reached but cannot be. */
      readable: unsealed('breach.incident', texts),
      unreadable: unsealed('breach.incident', texts),
      found_at: unsealed('breach.incident', moment),
    },
  }),
}
