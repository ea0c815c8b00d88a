export const nl = {
  /** Of an advert whose size is known, those of about that size. */
  like: (n: string, kind: string, sized: boolean) =>
    `${n} advertenties ${sized ? 'van dezelfde soort en grootte' : 'van dezelfde soort'} (${kind.toLowerCase()})`,
  above: (euros: string, like: string, km: number) => `${euros} per maand boven de mediaan van ${like} binnen ${km} km.`,
  below: (euros: string, like: string, km: number) => `${euros} per maand onder de mediaan van ${like} binnen ${km} km.`,
  same: (_: string, like: string, km: number) => `Zo duur als de mediaan van ${like} binnen ${km} km.`,
  how: 'Hoe we dat berekenen',
}
export type Words = typeof nl
