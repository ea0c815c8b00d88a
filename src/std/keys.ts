/** The names of a record, typed as such: for records that are written out in the code and have no others. */
export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(record).filter((key): key is K => key in record)
