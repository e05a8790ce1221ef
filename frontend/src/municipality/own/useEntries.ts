import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { api, call, type components, type Problem } from '~/api'
import { keep, kept, unkeep } from '~/app/keep'
import type { Files } from '~/form/field/place'
import type { Answers, Value } from '~/form/form'
import { wrongOf } from '~/form/logic/accept'
import { type Saver, useAutosave } from '~/hooks'
import { type Attachment, attachmentAddress, checkFile, fileProblem } from '../answer/Attachments'
import { answersOf, type Entry, entriesOf, type EntryKey, itemOf, keyOf, keyText, placeOf } from './rows'

export type OwnQuestions = components['schemas']['OwnQuestions']

/** The answers to a questionnaire's own questions while they are edited. */
export interface Entries {
  answers: Answers
  saver: Saver<Value>
  change: (name: string, value: Value) => void
  /** Settles a conflict, and shows the chosen answer. */
  resolve: (key: string, choice: 'mine' | 'theirs') => void
  /** As the server has it. */
  entry: (key: string) => Entry | undefined
  files: Files
  /** Something typed that can't be saved as it is. */
  unfinished: () => boolean
}

const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b)
const tag = (version: number) => `"${version}"`

/** Keeps the answers to own questions and saves each one by itself; what can't be kept as it is stays in the window. */
export function useEntries(responseId: string, own: OwnQuestions): Entries {
  const [, rerender] = useState({})
  const { form } = own
  const [handedIn, setHandedIn] = useState<Attachment[]>([])
  const files = [...own.files, ...handedIn]
  const known = useRef(new Map<string, Entry>())
  const unsent = useRef(new Set<string>())
  const answers = useRef<Answers>({})
  const seen = useRef<OwnQuestions | null>(null)
  const keepName = `entries.${responseId}`

  const saver = useAutosave<Value>({
    async send(text, value, { etag }) {
      const { name, row } = keyOf(text)
      const params = { path: { responseId, name }, query: row > 0 ? { row } : {}, header: { 'If-Match': etag ?? '"0"' } }
      const saved = await call(api.PUT('/responses/{responseId}/entries/{name}', { params, body: { value } }), { quiet: true })
      known.current.set(text, saved)
      // What was typed while it was on its way is not saved by it.
      const typed = waiting()[text]
      if (typed && !same(typed.value, value)) remember(text, typed.value)
      else forget(text)
      return { etag: tag(saved.version) }
    },
    current: (problem: Problem) => {
      const entry = problem.current as Entry | undefined
      return entry && { value: (entry.value ?? null) as Value, etag: tag(entry.version) }
    },
  })

  const waiting = () => (kept(keepName) ?? {}) as Record<string, { value: Value; version: number }>
  function remember(text: string, value: Value): void {
    keep(keepName, { ...waiting(), [text]: { value, version: known.current.get(text)?.version ?? 0 } })
  }
  function forget(text: string): void {
    const rest = Object.entries(waiting()).filter(([key]) => key !== text)
    if (rest.length > 0) keep(keepName, Object.fromEntries(rest))
    else unkeep(keepName)
  }

  function send({ key, value }: { key: EntryKey; value: Value }): void {
    const text = keyText(key)
    const item = itemOf(form, key.name)
    if (item && item.kind !== 'repeat' && wrongOf(form, item, value)) {
      unsent.current.add(text)
      saver.withdraw(text)
      return
    }
    unsent.current.delete(text)
    remember(text, value)
    saver.change(text, value)
  }

  // What came anew replaces what is shown, but for what is typed and not saved yet.
  if (seen.current !== own) {
    seen.current = own
    for (const entry of own.entries) {
      known.current.set(keyText(entry), entry)
      saver.loaded(keyText(entry), (entry.value ?? null) as Value, tag(entry.version))
    }
    const typed = Object.entries(waiting()).map(([text, { value }]) => ({ ...keyOf(text), value }))
    const saved = own.entries.filter((entry) => !typed.some((one) => keyText(one) === keyText(entry)))
    answers.current = answersOf(form, [...saved, ...typed])
  }
  useLayoutEffect(() => {
    // Left in the window by an earlier visit: sent as it was made, so that a newer answer is not overwritten unseen.
    for (const [text, { value, version }] of Object.entries(waiting())) {
      const saved = (known.current.get(text)?.value ?? null) as Value
      // It had arrived, and only its answer was lost.
      if (same(value, saved)) {
        forget(text)
        continue
      }
      saver.loaded(text, saved, tag(version))
      saver.change(text, value)
    }
  }, [own])

  return {
    get answers() {
      return answers.current
    },
    saver,
    change(name, value) {
      const { value: next, changed } = entriesOf(form, name, answers.current[name], value)
      answers.current = { ...answers.current, [name]: next }
      for (const one of changed) send(one)
      rerender({})
    },
    resolve(text, choice) {
      const chosen = saver.resolve(text, choice)
      if (choice === 'theirs') {
        forget(text)
        const others = [...known.current.values()].filter((entry) => keyText(entry) !== text)
        const place = placeOf(form, keyOf(text))
        answers.current = { ...answers.current, [place]: answersOf(form, [...others, { ...keyOf(text), value: chosen ?? null }])[place] ?? null }
      }
      rerender({})
    },
    entry: (key) => known.current.get(key),
    files: {
      list: files,
      addressOf: (file) => attachmentAddress(responseId, file),
      async handIn(name, file) {
        try {
          checkFile(file)
          const params = { path: { responseId, name }, query: { file: file.name.slice(-200) } }
          const there = await call(
            api.POST('/responses/{responseId}/entries/{name}/files', {
              params,
              body: file as unknown as string,
              bodySerializer: (body) => body,
              headers: { 'Content-Type': 'application/octet-stream' },
            }),
          )
          setHandedIn((before) => [...before, there])
          return there
        } catch (thrown) {
          throw new Error(fileProblem(thrown, 'file'))
        }
      },
    },
    unfinished: () => unsent.current.size > 0,
  }
}
