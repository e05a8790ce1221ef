import { Link } from '~/app/Link'
import { t } from '~/i18n'
import { LoopSign, signs } from './LoopSign'

/** The whole in one picture: six steps in a ring, drawn by the style sheet; on a phone from top to bottom. */
export function Loop() {
  return (
    <section class="section" aria-labelledby="loop">
      <h2 class="ds-heading" data-size="md" id="loop">
        {t('home.loop')}
      </h2>
      <p>{t('home.loop.lead')}</p>
      <ol class="loop">
        {signs.map((step) => (
          <li key={step} class="loop__step">
            <LoopSign sign={step} />
            <h3 class="ds-heading" data-size="2xs">
              {t(`home.loop.${step}`)}
            </h3>
            <p>{t(`home.loop.${step}Text`)}</p>
          </li>
        ))}
      </ol>
      <p class="loop__again">{t('home.loop.again')}</p>
      <p>
        <Link to="/method">{t('home.loop.more')}</Link>
      </p>
    </section>
  )
}
