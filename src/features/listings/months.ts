import { z } from 'zod'
import type { Language } from '../../std/words'
import { listIn, monthIn } from '../../std/written'

/** The months of the calendar that cost another rent than the ordinary one, by their number (7 is July), in cents; in their order. The ordinary rent is
 *  what is searched, sorted and compared by, and what the law is reckoned on. */
export const monthRentsShape = z.array(z.object({ month: z.int().min(1).max(12), rent: z.int().positive() }))
export type MonthRents = z.output<typeof monthRentsShape>

export const calendarMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Those that are cheaper: whoever lowers the ordinary rent below one of them has none of it any more. A dearer month would make the price by which one
 *  searches a lure. */
export const monthRentsOf = ({ month_rents, rent }: { month_rents: unknown; rent: number }): MonthRents =>
  monthRentsShape.parse(month_rents).filter((one) => one.rent < rent)

/** The months of each rent together: "July and August" at 300 euros. */
export const monthsByRent = (months: MonthRents, language: Language): { months: string; rent: number }[] =>
  [...Map.groupBy(months, ({ rent }) => rent)].map(([rent, same]) => ({
    months: listIn(
      same.map(({ month }) => monthIn(month, language)),
      language,
    ),
    rent,
  }))
