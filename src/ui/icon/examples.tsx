import type { Example } from '../example'
import { Icon, iconNames } from './icon'

export const examples: Example[] = [
  {
    name: 'All icons',
    node: (
      <p class="icon-sheet">
        {iconNames.map((name) => (
          <span>
            <Icon name={name} /> {name}
          </span>
        ))}
      </p>
    ),
  },
  {
    name: 'Filled',
    node: (
      <p>
        <Icon name="heart" filled /> saved
      </p>
    ),
  },
]
