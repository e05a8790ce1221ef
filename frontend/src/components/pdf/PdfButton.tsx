import { useState } from 'preact/hooks'
import { asProblem, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { useSession } from '~/app/session'
import { t } from '~/i18n'
import { Button, type ButtonProps } from '../button/Button'
import { FailedState } from '../feedback/States'
import { saveFile } from './saveFile'

/** Whether the service makes PDF. */
export function useOffersPdf(): boolean {
  const session = useSession()
  return (session.state === 'signedIn' || session.state === 'signedOut') && session.data?.pdf === true
}

export interface PdfButtonProps extends Pick<ButtonProps, 'variant' | 'children'> {
  /** What the file is called, without its ending. */
  name: string
  fetchFile: () => Promise<unknown>
}

/** Saves a paper as PDF. It takes seconds to print one, and may fail: both are said. Nothing where the service makes none. */
export function PdfButton({ name, fetchFile, variant = 'tertiary', children }: PdfButtonProps) {
  const offered = useOffersPdf()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!offered) return null
  const fetchAndSave = async () => {
    setBusy(true)
    setProblem(null)
    try {
      saveFile(`${name}.pdf`, (await fetchFile()) as Blob)
      announce(t('papers.pdf.saved'))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button variant={variant} small={variant === 'tertiary'} busy={busy} onClick={() => void fetchAndSave()}>
        {children}
      </Button>
      {problem && <FailedState problem={problem} />}
    </>
  )
}
