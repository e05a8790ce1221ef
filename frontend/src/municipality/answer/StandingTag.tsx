import { FigureStateTag, Tag, type Tone } from '~/components'
import { t } from '~/i18n'
import type { Standing } from './words'

const tones: Record<Exclude<Standing, 'unconfirmed'>, Tone> = { takenOver: 'warning', unchanged: 'success', notAnswered: 'neutral', unfinished: 'warning', confirmed: 'success', corrected: 'info', answered: 'success' }

/** How it stands with one question, in words. */
export function StandingTag({ standing }: { standing: Standing }) {
  if (standing === 'unconfirmed') return <FigureStateTag state="unconfirmed" />
  return <Tag tone={tones[standing]}>{t(`municipality.standing.${standing}`)}</Tag>
}
