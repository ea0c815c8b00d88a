/**
 * Streets are longer than the straight line. In the towns of Belgium and the Netherlands a trip by bike or on foot is about 1.2 to 1.4
 * times the straight line; water and railways make it more. We take 1.3 for all, as no road network is shipped with the program.
 */
const detour = 1.3

/** km/h from door to door: a city bike with its traffic lights and its lock, and an unhurried walk. */
const speed = { bike: 15, foot: 4.8 }

const minutes = (straight: number, kmPerHour: number) => Math.max(1, Math.ceil((straight * detour * 60) / (kmPerHour * 1000)))

/** Straight-line metres in; whole minutes by bike out, rounded up, at least 1. */
export const minutesByBike = (straight: number) => minutes(straight, speed.bike)

/** Straight-line metres in; whole minutes on foot out, rounded up, at least 1. */
export const minutesOnFoot = (straight: number) => minutes(straight, speed.foot)

const reach = (within: number, kmPerHour: number) => (within * kmPerHour * 1000) / (60 * detour)

/** Whole minutes in; the straight-line metres within which everything is reached by bike in that time out. */
export const metresByBike = (within: number) => reach(within, speed.bike)

/** Whole minutes in; the straight-line metres within which everything is reached on foot in that time out. */
export const metresOnFoot = (within: number) => reach(within, speed.foot)
