import type { Same } from '../dictionary'
import type nb from '../nb/charts'

export default {
  period: 'Periode',
  units: 'Grunnlag',
  municipalities: { one: '{n} kommune', other: '{n} kommunar' },
  source: 'Kjelde',
  licence: 'Lisens',
  about: 'Om tala',
  showTable: 'Vis som tabell',
  showPicture: 'Vis som figur',
  download: 'Last ned:',
  downloadAs: 'Last ned som {format}: {title}',
  'band.achieved': 'Nådd',
  'band.near': 'Nær målet',
  'band.behind': 'Eit stykke unna',
  'band.far': 'Langt unna',
  'band.none': 'Utan nivå',
  'state.unconfirmed': 'Frå statistikk, ikkje stadfesta',
  'state.uncertain': 'Usikker',
  'state.not_answered': 'Ikkje svart på',
  'state.left_out': 'Målet er utelate',
  'state.no_data': 'Har ikkje data',
  'state.not_applicable': 'Ikkje aktuelt',
  'state.declined': 'Ønskjer ikkje å svare',
  'state.suppressed': 'Skjerma i statistikken',
  'state.withheld': 'Halde tilbake',
} satisfies Same<typeof nb>
