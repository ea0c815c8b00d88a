import type { Example } from '../example'
import { Tag } from '../tag/tag'
import { MessageBubble, Thread, ThreadList } from './thread'

export const examples: Example[] = [
  {
    name: 'Conversation',
    node: (
      <Thread label="Conversation with Bart">
        <MessageBubble lang="nl" from="An" mine at="maandag 14:02" status="Gelezen">
          Dag, is de kamer nog vrij vanaf februari?{'\n'}Ik kom graag eens kijken.
        </MessageBubble>
        <MessageBubble lang="nl" from="Bart" at="maandag 18:40">
          Dag An, ja hoor. Past woensdag na 17 uur?
        </MessageBubble>
      </Thread>
    ),
  },
  {
    name: 'List',
    node: (
      <ThreadList
        lang="nl"
        items={[
          {
            href: '#a',
            about: 'Lichte kot met zicht op de Coupure',
            with: 'Bart',
            line: 'Past woensdag na 17 uur?',
            at: '2 uur geleden',
            unread: true,
          },
          {
            href: '#b',
            about: 'Studio in de Overpoort',
            with: 'Mieke',
            line: 'Het spijt me, de studio is verhuurd.',
            at: '3 dagen geleden',
            tag: <Tag tone="success">Beantwoord</Tag>,
          },
        ]}
      />
    ),
  },
]
