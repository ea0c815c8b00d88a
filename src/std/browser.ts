/** Programs that say that they are one. */
const robot =
  /bot\b|crawl|spider|slurp|preview|facebookexternalhit|monitor|headless|curl|wget|python|java\/|go-http|okhttp|axios/i

/** Whether a user agent (the header of a request) says that it is a program and no person. */
export const isRobot = (agent: string): boolean => robot.test(agent)

export const devices = ['phone', 'tablet', 'desktop'] as const
export type Device = (typeof devices)[number]

/** What kind of device a user agent says to be on; undefined for a robot, and for what does not say that it is a browser. */
export function deviceOf(agent: string): Device | undefined {
  if (isRobot(agent) || !/^(?:Mozilla|Opera)\//.test(agent)) return undefined
  // Of Android, only telephones say "Mobile".
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Android(?!.*Mobile)/i.test(agent)) return 'tablet'
  return /Mobi|iPhone|iPod|Android|Windows Phone/i.test(agent) ? 'phone' : 'desktop'
}
