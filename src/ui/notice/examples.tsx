import type { Example } from '../example'
import { Notice } from './notice'

export const examples: Example[] = [
  { name: 'Info', node: <Notice>Only the street is shown, never the house number.</Notice> },
  {
    name: 'Success',
    node: (
      <Notice tone="success" title="Your message is on its way" live>
        Bart gets a mail that there is something to read. <a href="#thread">See the conversation</a>
      </Notice>
    ),
  },
  {
    name: 'Warning',
    node: (
      <Notice tone="warning" title="Never pay before you have seen the room">
        A real landlord waits until the lease is signed.
      </Notice>
    ),
  },
  { name: 'Danger', node: <Notice tone="danger">This advert was taken down: it asked for money in advance.</Notice> },
]
