import { Link } from '~/app/Link'
import { Details } from '~/components'
import { targetText } from '~/hooks'
import { t } from '~/i18n'
import type { AnsweredQuestion } from './draft'

/** What is counted, in which unit and for when, where the figure is usually found, and who often knows it. */
export function QuestionHelp({ asked: { question, knownBy }, year }: { asked: AnsweredQuestion; year: number }) {
  const { help, numerator, denominator, unit, source, target, targetLabel, code } = question
  const where = [source.owner, source.table && t('municipality.help.table', { table: source.table })].filter(Boolean).join(', ')
  return (
    <Details summary={t('municipality.help.summary')}>
      {help && <p>{help}</p>}
      <dl class="facts">
        <Fact name={t('municipality.help.numerator')} value={numerator} />
        <Fact name={t('municipality.help.denominator')} value={denominator} />
        <Fact name={t('municipality.help.unit')} value={unit} />
        <Fact name={t('municipality.help.period')} value={t('municipality.help.periodText', { year: String(year) })} />
        <Fact name={t('municipality.help.source')} value={where} />
        <Fact name={t('municipality.help.knownBy')} value={knownBy} />
        <Fact name={t('municipality.help.target')} value={target && targetText(target, targetLabel)} />
      </dl>
      <p>
        <Link to={`/indicators/${encodeURIComponent(code)}`}>{t('municipality.help.more')}</Link>
      </p>
    </Details>
  )
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
