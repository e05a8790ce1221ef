import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button } from '~/components'
import { formatValue, t } from '~/i18n'
import { formatScore } from '../figure'
import type { Period } from '../period'
import { type Asked, ofNumber } from './asked'

type Recomputation = components['schemas']['Recomputation']
type Indicator = components['schemas']['Indicator']

/** Makes the number again from the stored rows, and says whether it came out the same. */
export function Again({ of, period, indicator }: { of: Asked; period: Period; indicator: Indicator | undefined }) {
  const [working, setWorking] = useState(false)
  const [done, setDone] = useState<Recomputation>()
  const [problem, setProblem] = useState<Problem>()
  const again = async () => {
    setWorking(true)
    setProblem(undefined)
    try {
      const found = await call(
        api.GET('/provenance/recomputation', { params: { query: { region: of.region, ...period, ...ofNumber(of.number), ...(of.municipality ? { municipality: of.municipality } : {}) } } }),
      )
      setDone(found)
      announce(told(found, indicator))
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setWorking(false)
    }
  }
  return (
    <div class="stack no-print">
      <p id="again-help">{t('provenance.againHelp')}</p>
      <div>
        <Button variant="secondary" busy={working} onClick={() => void again()}>
          {t(working ? 'provenance.working' : 'provenance.again')}
        </Button>
      </div>
      {problem && (
        <Alert tone="danger" live>
          {problem.message}
        </Alert>
      )}
      {done && <Alert tone={done.same ? 'success' : 'warning'}>{told(done, indicator)}</Alert>}
    </div>
  )
}

function told({ same, recomputed, differs }: Recomputation, indicator: Indicator | undefined): string {
  if (same) return t('provenance.same')
  if (differs.length > 0) return t('provenance.differs', { codes: differs.join(', ') })
  const number = indicator ? formatValue(recomputed.value ?? recomputed.median, indicator) : formatScore(recomputed.score)
  return t('provenance.other', { number })
}
