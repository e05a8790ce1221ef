import type { Same } from '../dictionary'
import type nb from '../nb/pasting'

export default {
  title: 'Paste from a spreadsheet',
  lead: { one: 'One answer was read. Nothing is filled in yet.', other: '{n} answers were read. Nothing is filled in yet.' },
  none: 'Nothing of what you pasted can be filled in here.',
  question: 'Question',
  now: 'Stands now',
  next: 'Will stand',
  same: 'The same',
  needsReason: 'Differs from statistics: say why on the page afterwards.',
  faults: { one: '{n} cell is left out', other: '{n} cells are left out' },
  fault: 'Row {row}: “{text}”. {why}',
  'why.unreadable': 'It is not a number.',
  'why.choice': 'The answer must be yes, partly or no.',
  'why.yesNo': 'The answer must be yes or no.',
  'why.below': 'There are no more questions on this page.',
  'why.unknown': 'No question on this page is called that.',
  'why.given': 'The answer is given by another question on the page, or in another section: answer there.',
  'why.twice': 'The question stands in a row above.',
  'why.more': 'After the value there is room for source and comment, no more.',
  apply: { one: 'Fill in {n} answer', other: 'Fill in {n} answers' },
  cancel: 'Fill in nothing',
  applied: { one: '{n} answer is filled in', other: '{n} answers are filled in' },
  hint: 'Are the figures in a spreadsheet? Copy the column and paste it into the first field. With the code in a column before it, the order may be another.',
} satisfies Same<typeof nb>
