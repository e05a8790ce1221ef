import type { Same } from '../dictionary'
import type nb from '../nb/charts'

export default {
  period: 'Period',
  units: 'Behind it',
  municipalities: { one: '{n} municipality', other: '{n} municipalities' },
  source: 'Source',
  licence: 'Licence',
  about: 'About the figures',
  showTable: 'Show as table',
  showPicture: 'Show as chart',
  download: 'Download:',
  downloadAs: 'Download as {format}: {title}',
  'band.achieved': 'Achieved',
  'band.near': 'Near the target',
  'band.behind': 'Some way off',
  'band.far': 'Far off',
  'band.none': 'No band',
  'state.unconfirmed': 'From statistics, not confirmed',
  'state.uncertain': 'Uncertain',
  'state.not_answered': 'Not answered',
  'state.left_out': 'Goal left out',
  'state.no_data': 'No data',
  'state.not_applicable': 'Not applicable',
  'state.declined': 'Declined',
  'state.suppressed': 'Suppressed in the statistics',
  'state.withheld': 'Withheld',
} satisfies Same<typeof nb>
