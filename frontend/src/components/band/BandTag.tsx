import type { components } from '~/api'
import { t } from '~/i18n'
import './band.css'

export const bands = ['achieved', 'near', 'behind', 'far'] as const
export type Band = components['schemas']['Band']

/** What to know about a figure: why there is none, or that nobody stands by it yet. */
export type FigureState = components['schemas']['FigureState'] | 'unconfirmed' | 'uncertain'

/** A band by name and by how full its circle is, as in the charts, besides its colour; uncertain ones have a broken frame as well. "none": value and peers, but no judgement. */
export function BandTag({ band, uncertain }: { band: Band; uncertain?: boolean }) {
  return (
    <span class={`band band--${band}${uncertain ? ' band--uncertain' : ''}`}>
      <span class="band__mark" aria-hidden="true" />
      <span class="band__name">
        {t(`charts.band.${band}`)}
        {uncertain && `, ${t('charts.state.uncertain').toLowerCase()}`}
      </span>
    </span>
  )
}

/** The words for a state of a figure. An ordinary value needs none and shows nothing. */
export function FigureStateTag({ state }: { state: FigureState }) {
  if (state === 'value') return null
  return (
    <span class={`figure-state figure-state--${state}`}>
      <span class="figure-state__mark" aria-hidden="true" />
      {t(`charts.state.${state}`)}
    </span>
  )
}
