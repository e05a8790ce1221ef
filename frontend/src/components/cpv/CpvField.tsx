import { useEffect, useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { t } from '~/i18n'
import { Button } from '../button/Button'
import { TextField } from '../field/TextField'
import './cpv.css'

export type CpvCode = components['schemas']['CPVCode']

export interface CpvFieldProps {
  id: string
  label: string
  help?: string
  error?: string | undefined
  value: readonly CpvCode[]
  onChange: (value: readonly CpvCode[]) => void
}

// What is typed counts when the fingers rest.
const pause = 250

/** Codes of the common procurement vocabulary, found by word or digits and added one by one. */
export function CpvField({ id, label, help, error, value, onChange }: CpvFieldProps) {
  const [word, setWord] = useState('')
  const [found, setFound] = useState<readonly CpvCode[] | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const wanted = word.trim()
    setFailed(false)
    if (wanted.length < 2) {
      setFound(null)
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(() => {
      call(api.GET('/cpv', { params: { query: { q: wanted } }, signal: controller.signal })).then(
        ({ items }) => {
          if (controller.signal.aborted) return
          setFound(items)
          announce(t('common.cpv.hits', { n: items.length }))
        },
        () => {
          if (!controller.signal.aborted) setFailed(true)
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [word])

  const chosen = new Set(value.map(({ code }) => code))
  const hits = found?.filter(({ code }) => !chosen.has(code)) ?? []
  return (
    <div class="cpv">
      <TextField id={id} type="search" label={label} help={help ?? t('common.cpv.help')} error={error} autocomplete="off" maxLength={100} value={word} onChange={setWord} />
      {failed && <p>{t('common.cpv.failed')}</p>}
      {found && found.length === 0 && <p>{t('common.cpv.none', { word: word.trim() })}</p>}
      {hits.length > 0 && (
        <ul class="cpv__hits" aria-label={t('common.cpv.hitsFor', { word: word.trim() })}>
          {hits.map((one) => (
            <li key={one.code}>
              <button
                class="cpv__hit"
                type="button"
                onClick={() => {
                  onChange([...value, one])
                  announce(t('common.cpv.added', { code: one.code }))
                }}
              >
                <span class="figures">{one.code}</span> {one.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      {value.length > 0 && (
        <ul class="rows cpv__chosen" aria-label={label}>
          {value.map((one) => (
            <li key={one.code}>
              <span>
                <span class="figures">{one.code}</span> {one.label}
              </span>
              <Button
                variant="tertiary"
                small
                aria-label={t('common.cpv.removeOne', { code: one.code })}
                onClick={() => {
                  onChange(value.filter(({ code }) => code !== one.code))
                  announce(t('common.cpv.removed', { code: one.code }))
                  document.getElementById(id)?.focus()
                }}
              >
                {t('common.cpv.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
