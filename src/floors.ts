/** The floors of the house, lowest first. A file imports from its own folder or from a lower floor; `architecture.test.ts` holds it to that. */
export const floors = ['std', 'register', 'ui', 'platform', 'privacy', 'features', 'app'] as const

/** The features, and the parts of one that a site may leave out (`registration` of accounts, `moderation` of the desk, `choices` of consent, `avatars` of replies), in the order in which they may know each other: a later one knows an earlier one through its `index.ts`, never the reverse. */
export const featureOrder = [
  'accounts',
  'registration',
  'desk',
  'moderation',
  'places',
  'listings',
  'search',
  'alerts',
  'shortlists',
  'messages',
  'incidents',
  'your-data',
  'requests',
  'consent',
  'choices',
  'campaigns',
  'contact',
  'chat',
  'crisp',
  'writing',
  'replies',
  'avatars',
  'newsletter',
  'statistics',
] as const

/** Those that a site does not choose: they come with something else that it says, or with a setting. */
export const followingFeatures: readonly string[] = [
  'consent',
  'choices',
  'campaigns',
  'crisp',
  'avatars',
] satisfies (typeof featureOrder)[number][]
