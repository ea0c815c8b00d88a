import { examples as avatar } from '../avatar/examples'
import { examples as breadcrumbs } from '../breadcrumbs/examples'
import { examples as button } from '../button/examples'
import { examples as card } from '../card/examples'
import { examples as chart } from '../chart/examples'
import { examples as checkboxes } from '../checkboxes/examples'
import { examples as chips } from '../chips/examples'
import { examples as confirm } from '../confirm/examples'
import { examples as dateInput } from '../date-input/examples'
import { examples as drawing } from '../drawing/examples'
import { examples as empty } from '../empty/examples'
import { examples as errorSummary } from '../error-summary/examples'
import type { Example } from '../example'
import { examples as facts } from '../facts/examples'
import { examples as field } from '../field/examples'
import { examples as fileInput } from '../file-input/examples'
import { examples as filterPanel } from '../filter-panel/examples'
import { examples as form } from '../form/examples'
import { examples as gallery } from '../gallery/examples'
import { examples as icon } from '../icon/examples'
import { examples as listingCard } from '../listing-card/examples'
import { examples as moneyInput } from '../money-input/examples'
import { examples as notice } from '../notice/examples'
import { examples as pagination } from '../pagination/examples'
import { examples as passwordInput } from '../password-input/examples'
import { examples as picture } from '../picture/examples'
import { examples as price } from '../price/examples'
import { examples as prose } from '../prose/examples'
import { examples as radios } from '../radios/examples'
import { examples as refusal } from '../refusal/examples'
import { examples as select } from '../select/examples'
import { examples as split } from '../split/examples'
import { examples as steps } from '../steps/examples'
import { examples as summaryList } from '../summary-list/examples'
import { examples as switches } from '../switch/examples'
import { examples as table } from '../table/examples'
import { examples as tabs } from '../tabs/examples'
import { examples as tag } from '../tag/examples'
import { examples as term } from '../term/examples'
import { examples as textArea } from '../text-area/examples'
import { examples as textInput } from '../text-input/examples'
import { examples as thread } from '../thread/examples'
import { examples as time } from '../time/examples'
import { examples as toolbar } from '../toolbar/examples'

/** The components in the order of the style guide. */
export const sections: readonly { name: string; examples: readonly Example[] }[] = [
  { name: 'Drawing', examples: drawing },
  { name: 'Icon', examples: icon },
  { name: 'Button', examples: button },
  { name: 'Field', examples: field },
  { name: 'Form', examples: form },
  { name: 'ErrorSummary', examples: errorSummary },
  { name: 'TextInput', examples: textInput },
  { name: 'PasswordInput', examples: passwordInput },
  { name: 'MoneyInput', examples: moneyInput },
  { name: 'DateInput', examples: dateInput },
  { name: 'TextArea', examples: textArea },
  { name: 'Select', examples: select },
  { name: 'Radios', examples: radios },
  { name: 'Checkboxes', examples: checkboxes },
  { name: 'Switch', examples: switches },
  { name: 'FileInput', examples: fileInput },
  { name: 'SummaryList', examples: summaryList },
  { name: 'Steps', examples: steps },
  { name: 'Confirm', examples: confirm },
  { name: 'Notice', examples: notice },
  { name: 'Empty', examples: empty },
  { name: 'Refusal', examples: refusal },
  { name: 'Card', examples: card },
  { name: 'ListingCard', examples: listingCard },
  { name: 'Price', examples: price },
  { name: 'Facts', examples: facts },
  { name: 'Picture', examples: picture },
  { name: 'Gallery', examples: gallery },
  { name: 'FilterPanel', examples: filterPanel },
  { name: 'Chips', examples: chips },
  { name: 'Toolbar', examples: toolbar },
  { name: 'Pagination', examples: pagination },
  { name: 'Tag', examples: tag },
  { name: 'Term', examples: term },
  { name: 'Tabs', examples: tabs },
  { name: 'Table', examples: table },
  { name: 'Chart', examples: chart },
  { name: 'Breadcrumbs', examples: breadcrumbs },
  { name: 'Avatar', examples: avatar },
  { name: 'Time', examples: time },
  { name: 'Thread', examples: thread },
  { name: 'Prose', examples: prose },
  { name: 'Split', examples: split },
]
