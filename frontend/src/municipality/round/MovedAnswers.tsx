import type { components } from '~/api'
import { Details } from '~/components'
import { t } from '~/i18n'

export interface MovedAnswersProps {
  id: string
  title: string
  help?: string | undefined
  answers: readonly components['schemas']['MovedAnswer'][]
  /** Long and of less weight: opened by those who want it. */
  folded?: boolean
}

/** Questions by name, each with what becomes of its answer. */
export function MovedAnswers({ id, title, help, answers, folded = false }: MovedAnswersProps) {
  const list = (
    <ul class="prose">
      {answers.map(({ code, row, name, message }) => (
        <li key={`${code} ${row}`}>
          {row > 0 ? t('questionnaires.move.row', { name, row }) : name}
          {message && <span class="meta"> {message}</span>}
        </li>
      ))}
    </ul>
  )
  if (folded && answers.length > 0) return <Details summary={title}>{list}</Details>
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 class="ds-heading" data-size="xs" id={`${id}-title`}>
        {title}
      </h2>
      {help && <p class="prose">{help}</p>}
      {answers.length > 0 && list}
    </section>
  )
}
