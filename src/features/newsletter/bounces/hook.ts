import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { email } from '../../../platform/forms'
import { addressOf, type Env, networkOf, Refusal } from '../../../platform/http'
import { unlessTooMany } from '../../../platform/limits'
import { leaveAlone } from '../subscribing'
import { askAmazon, readMessage, type Sns } from './message'
import { addressesToLeave } from './notice'

/** Amazon's messages are of 256 kB at most. */
const isSmall = bodyLimit({
  maxSize: 300_000,
  onError: () => {
    throw new Refusal(413)
  },
})

/** Where Amazon SNS tells of bounces and complaints. What it tells is believed when Amazon signed it for the site's own topic, and done once: told again, it changes
 *  nothing, also where staff lifted it meanwhile. */
export const bounceHook = (sns: Sns) =>
  new Hono<Env>().post('/newsletter/sns', isSmall, async (c) => {
    const { p } = c.var
    const message = await readMessage(sns, await c.req.text(), {
      now: p.clock.now(),
      async ask(url) {
        // Whoever makes one up may have us ask for a certificate that is not there.
        await p.limits.count('newsletter.certificate', networkOf(addressOf(c)), 10, 3600)
        return askAmazon(sns, url)
      },
    })
    if (message.Type === 'SubscriptionConfirmation') await askAmazon(sns, message.SubscribeURL)
    if (message.Type !== 'Notification') p.log('newsletter.sns', { type: message.Type })
    else if ((await unlessTooMany(() => p.limits.count('newsletter.told', message.MessageId, 1, 86_400))).wait === undefined)
      try {
        for (const address of addressesToLeave(message.Message))
          if (email().safeParse(address).success) await leaveAlone(p, address)
      } catch (error) {
        // Amazon tells it again.
        await p.limits.forget('newsletter.told', message.MessageId)
        throw error
      }
    return c.body(null, 204)
  })
