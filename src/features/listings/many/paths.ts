import type { Language } from '../../../std/words'

/** The addresses of the pages about many adverts at once. */
export const manyPaths = (language: Language) => {
  const adverts = `/${language}/adverts`
  return {
    overview: `${adverts}/overview`,
    change: `${adverts}/change`,
    undo: `${adverts}/change/undo`,
    buildings: `${adverts}/buildings`,
    building: (id: string) => `${adverts}/buildings/${id}`,
    removal: (id: string) => `${adverts}/buildings/${id}/removal`,
    phone: `${adverts}/phone`,
    file: `${adverts}/file`,
    download: `${adverts}/file/adverts.csv`,
    periods: `${adverts}/file/periods.csv`,
  }
}

/** An address with its question: "…?advert=a&advert=b". */
export const asking = (path: string, question: Record<string, string | readonly string[]>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(question)) for (const one of [value].flat()) query.append(name, one)
  return `${path}?${query}`
}
