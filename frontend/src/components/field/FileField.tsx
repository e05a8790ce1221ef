import { useRef } from 'preact/hooks'
import { describedBy, Field, type FieldFrame } from './Field'

export interface FileFieldProps extends FieldFrame {
  /** What is being sent, in words; empty while nothing is. */
  busy: string
  onFile: (file: File) => Promise<void>
}

/** What is taken as a file, as the server judges it by content. */
const accepted = '.pdf,.png,.jpg,.jpeg,.odt,.ods,.docx,.xlsx,.csv,.txt'

/** The largest file in bytes. */
export const largestFile = 10 << 20

/** One file from the person's machine, handed over as soon as it is chosen; the field is then free for another. */
export function FileField({ busy, onFile, ...frame }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const { id, error } = frame
  return (
    <>
      <Field {...frame}>
        <input
          ref={input}
          class="ds-input"
          type="file"
          id={id}
          accept={accepted}
          aria-describedby={describedBy(frame)}
          aria-invalid={error ? 'true' : undefined}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) void onFile(file).then(() => input.current && (input.current.value = ''))
          }}
        />
      </Field>
      <p class="meta" aria-live="polite">
        {busy}
      </p>
    </>
  )
}
