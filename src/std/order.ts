/** Compares two names as people order them: "Kot 2" stands before "Kot 10". For `toSorted`. */
export const { compare: inOrder } = new Intl.Collator('nl', { numeric: true })
