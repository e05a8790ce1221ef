import { api, call } from '~/api'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import type { Round } from '~/status'

/** What a round asks: the region's own questionnaire and its edition, or the catalogue whose indicators it takes as they are. */
export function QuestionnaireName({ round: { questionnaire, catalogueId, questionnaireVersion } }: { round: Round }) {
  const load = useLoad((signal) => (questionnaire ? Promise.resolve(null) : call(api.GET('/catalogues', { signal }))), [questionnaire])
  if (questionnaire) return <>{`${questionnaire.name}, ${t('questionnaires.edition', { number: questionnaire.edition })}`}</>
  const name = load.data?.items.find(({ id }) => id === catalogueId)?.name
  return <>{[name, t('region.round.questionnaireVersion', { version: `${questionnaireVersion}` })].filter(Boolean).join(', ')}</>
}
