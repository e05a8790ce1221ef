import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { api, call, type components, type Problem } from '~/api'
import { keep, kept, unkeep } from '~/app/keep'
import { asRows, type Files } from '~/form/field/place'
import { type Answers, rowNumber, type Value } from '~/form/form'
import { wrongOf } from '~/form/logic/accept'
import { type Saver, useAutosave } from '~/hooks'
import { type Attachment, attachmentAddress, checkFile, fileProblem } from '../answer/Attachments'
import { answersOf, type Entry, entriesOf, type EntryKey, itemOf, keyOf, keyText, namesInRows, valueAt } from './rows'

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

/** What is typed and on no server yet, by the keys of the entries, with the version that it was made on. */
const waitingFor = (responseId: string) => (kept(nameFor(responseId)) ?? {}) as Record<string, { value: Value; version: number }>
const nameFor = (responseId: string) => `entries.${responseId}`

/** The keys of the answers to own questions that are typed in this window and that the server doesn't have. */
export const unsavedEntries = (responseId: string, { form, entries }: OwnQuestions): EntryKey[] =>
  Object.entries(waitingFor(responseId))
    .map(([text, { value }]) => ({ ...keyOf(text), value }))
    .filter((typed) => itemOf(form, typed.name) && !same(typed.value, (entries.find((one) => keyText(one) === keyText(typed))?.value ?? null) as Value))

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
  const keepName = nameFor(responseId)

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

  const waiting = () => waitingFor(responseId)
  function remember(text: string, value: Value): void {
    keep(keepName, { ...waiting(), [text]: { value, version: known.current.get(text)?.version ?? 0 } })
  }
  function forget(text: string): void {
    const rest = Object.entries(waiting()).filter(([key]) => key !== text)
    if (rest.length > 0) keep(keepName, Object.fromEntries(rest))
    else unkeep(keepName)
  }

  function withdraw(text: string): void {
    unsent.current.delete(text)
    saver.withdraw(text)
    if (waiting()[text]) forget(text)
  }

  function send({ key, value }: { key: EntryKey; value: Value }): void {
    const text = keyText(key)
    const item = itemOf(form, key.name)
    if (item && item.kind !== 'repeat' && wrongOf(form, item, value)) {
      withdraw(text)
      unsent.current.add(text)
      return
    }
    unsent.current.delete(text)
    remember(text, value)
    saver.change(text, value)
  }

  /** What is typed, finished or not, over what the server has. */
  function together(): Answers {
    const half = [...unsent.current].map((text) => ({ ...keyOf(text), value: valueAt(form, answers.current, keyOf(text)) }))
    const typed = [...half, ...Object.entries(waiting()).map(([text, { value }]) => ({ ...keyOf(text), value }))]
    const saved = [...known.current.values()].filter((entry) => !typed.some((one) => keyText(one) === keyText(entry)))
    return answersOf(form, [...saved, ...typed])
  }

  // What came anew replaces what is shown, but for what is typed and not saved yet.
  if (seen.current !== own) {
    seen.current = own
    for (const entry of own.entries) {
      // Saved since that was read: it stands.
      if ((known.current.get(keyText(entry))?.version ?? 0) > entry.version) continue
      known.current.set(keyText(entry), entry)
      saver.loaded(keyText(entry), (entry.value ?? null) as Value, tag(entry.version))
    }
    answers.current = together()
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
      const within = namesInRows(form, name)
      const inRows = [...known.current.keys(), ...unsent.current, ...Object.keys(waiting())].filter((text) => within.has(keyOf(text).name))
      const { value: next, changed } = entriesOf(form, name, answers.current[name], value, Math.max(0, ...inRows.map((text) => keyOf(text).row)))
      answers.current = { ...answers.current, [name]: next }
      // What was typed in a row that is gone has nowhere to go.
      for (const text of inRows) if (asRows(next).every((row) => row[rowNumber] !== keyOf(text).row)) withdraw(text)
      for (const one of changed) send(one)
      rerender({})
    },
    resolve(text, choice) {
      const theirs = saver.conflicts().get(text)?.problem.current as Entry | undefined
      const chosen = saver.resolve(text, choice)
      if (theirs) known.current.set(text, theirs)
      else known.current.delete(text)
      if (choice === 'theirs') {
        unsent.current.delete(text)
        forget(text)
        answers.current = together()
      } else if (chosen !== undefined) remember(text, chosen)
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
