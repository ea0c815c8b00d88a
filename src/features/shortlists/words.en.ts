import type { Words } from './words.nl'

export const en = {
  title: 'Shortlists',
  lead: 'Put rooms side by side, with what your stay really costs, and share it with whoever helps you choose.',
  new: 'New shortlist',
  name: 'Name of the list',
  nameMissing: 'Give the list a name',
  which: 'Rooms that you kept',
  keepFirst: 'First keep a room with the heart.',
  make: 'Make the list',
  saveList: 'Save',
  change: 'Change the list',
  remove: 'Delete the list',
  empty: 'There is no room on this list (any more).',
  tooMany: (most) => `You have ${most} lists already. Delete one first.`,
  share: 'Share',
  shareText: 'Whoever has the secret link sees these rooms and what they cost. Not who made the list, nor what it is called.',
  makeLink: 'Make a secret link',
  revoke: 'Revoke the link',
  shared: 'Rooms to compare',
  sharedLead: 'Somebody put these rooms side by side for you.',
  search: 'Find a room',
  caption: (n) => `What a stay of ${n === 1 ? '1 month' : `${n} months`} costs`,
  columns: { advert: 'Room', perMonth: 'A month', total: 'To pay', returned: 'Returned', size: 'Size', from: 'Free' },
  now: 'now',
  honest:
    'To pay is everything together, with the deposit. You get that back if nothing is damaged. An advance on charges is settled: it may become more or less. A + says that not all is known.',
} satisfies Words
