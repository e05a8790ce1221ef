import { Link } from '~/app/Link'
import { BandTag, bands, type FigureState, FigureStateTag } from '~/components'
import { rich, t } from '~/i18n'
import './status.css'

const states = ['unconfirmed', 'uncertain', 'not_answered', 'left_out', 'no_data', 'not_applicable', 'declined', 'suppressed', 'withheld'] as const satisfies readonly FigureState[]

/** What the signs mean: bands, who stands by a figure, and the ways of having none. */
export function Legend() {
  return (
    <section class="section legend" aria-labelledby="legend">
      <h2 class="ds-heading" data-size="sm" id="legend" tabIndex={-1}>
        {t('status.legend')}
      </h2>
      <p class="legend__bands">
        {bands.map((band) => (
          <BandTag key={band} band={band} />
        ))}
      </p>
      <p>{rich('status.legend.bands', { link: (inner) => <Link to="/method">{inner}</Link> })}</p>
      <dl class="facts">
        <div>
          <dt>{t('status.confirmedBy')}</dt>
          <dd>{t('status.legend.confirmed')}</dd>
        </div>
        {states.map((state) => (
          <div key={state}>
            <dt>
              <FigureStateTag state={state} />
            </dt>
            <dd>{t(`status.legend.${state}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('status.legend.zero')}</dt>
          <dd>{t('status.legend.zeroText')}</dd>
        </div>
      </dl>
    </section>
  )
}
