import { useState } from 'preact/hooks'
import { asProblem, type Problem } from '~/api'
import { Page } from '~/app/Page'
import { chooseOrganisation, type Organisation } from '~/app/session'
import { Button, FailedState } from '~/components'
import { formatList, t } from '~/i18n'
import { roleName } from './roles'

/** For people with several organisations: whom they act for now. */
export function ChooseOrganisation({ organisations, onChosen }: { organisations: readonly Organisation[]; onChosen: () => void }) {
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)

  const choose = async (id: string) => {
    setBusy(id)
    setProblem(null)
    try {
      await chooseOrganisation(id)
      onChosen()
    } catch (thrown) {
      setProblem(asProblem(thrown))
      setBusy('')
    }
  }

  return (
    <Page title={t('account.choose.title')} lead={t('account.choose.lead')}>
      {problem && <FailedState problem={problem} />}
      <ul class="choices">
        {organisations.map(({ id, name, roles }) => (
          <li key={id}>
            <Button variant="secondary" busy={busy === id} disabled={busy !== '' && busy !== id} onClick={() => void choose(id)}>
              <span>
                {name}
                <span class="meta"> – {formatList(roles.map((role) => roleName(role).toLowerCase()))}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
