import { z } from 'zod'
import { asJson } from './message'

const recipients = z.array(z.object({ emailAddress: z.string() }))
const told = z.object({
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }).optional(),
  complaint: z.object({ complainedRecipients: recipients }).optional(),
})

/** "An <an@example.org>" or the address alone. */
const bare = (written: string): string => /<([^<>]+)>\s*$/.exec(written)?.[1] ?? written.trim()

/** The addresses that a notice of Amazon SES is about which take no mail for good, or whose owner complained of one. What passes by itself is left, and so is
 *  what it tells of else. */
export function addressesToLeave(message: string): string[] {
  const { bounce, complaint } = told.safeParse(asJson(message)).data ?? {}
  const bounced = bounce?.bounceType === 'Permanent' ? bounce.bouncedRecipients : []
  return [...bounced, ...(complaint?.complainedRecipients ?? [])].map(({ emailAddress }) => bare(emailAddress))
}
