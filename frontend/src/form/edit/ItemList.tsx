import { useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Button, Dialog, Select, Tag } from '~/components'
import { t } from '~/i18n'
import { answeredKinds, type Item, type Kind } from '../form'
import { documentPath, editId, itemTitle, useEditing } from './editing'
import { ItemEdit } from './ItemEdit'
import { freeName, namesIn } from './names'
import { added, allItems, moved, type Path, removed, samePath } from './tree'

export interface ItemListProps {
  items: readonly Item[]
  /** The group they stand in; empty for the outermost. */
  parent: Path
  /** The item whose fields are open. */
  open: Path | null
  onOpen: (path: Path | null) => void
  /** The beginnings of the paths of what is faulty: those items stand open. */
  faulty: (path: string) => boolean
}

const addable: readonly Kind[] = [...answeredKinds, 'note', 'calculated', 'group', 'repeat']

const focusOn = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())

/** The items of a form or a group: each can be opened, moved and taken away, and one be added. */
export function ItemList(props: ItemListProps) {
  const { items, parent } = props
  const { form, writing } = useEditing()
  const within = parent.length > 0 ? allItems(form.items).find((one) => samePath(one.path, parent))?.item : undefined
  return (
    <>
      {items.length === 0 && <p class="meta">{t(within ? 'questionnaires.edit.emptyGroup' : 'questionnaires.edit.empty')}</p>}
      <ol class="form-outline">
        {items.map((item, i) => (
          // By place: an item gets its name while its fields stand open.
          <li key={i}>
            <One {...props} item={item} path={[...parent, i]} last={i === items.length - 1} />
          </li>
        ))}
      </ol>
      <Add {...props} name={within && itemTitle(form, within, writing)} inRepeat={parent.some((_, i) => allItems(form.items).find((one) => samePath(one.path, parent.slice(0, i + 1)))?.item.kind === 'repeat')} />
    </>
  )
}

function One({ item, path, last, ...list }: ItemListProps & { item: Item; path: Path; last: boolean }) {
  const { form, change, writing } = useEditing()
  const [removing, setRemoving] = useState(false)
  const name = itemTitle(form, item, writing)
  const open = (list.open !== null && samePath(list.open, path)) || list.faulty(documentPath(path))
  const inside = allItems(item.items ?? []).length
  const place = path.at(-1) ?? 0

  const move = (by: -1 | 1) => {
    const next = moved(form.items, path, by)
    if (!next) return
    change({ ...form, items: next.items })
    if (list.open && samePath(list.open, path)) list.onOpen(next.path)
    else list.onOpen(null)
    const to = next.path.at(-1) ?? 0
    announce(t('questionnaires.edit.movedTo', { name, place: to + 1 }))
    const siblings = list.items.length
    focusOn(editId(next.path, by < 0 ? (to === 0 ? 'down' : 'up') : to === siblings - 1 ? 'up' : 'down'))
  }
  const remove = () => {
    setRemoving(false)
    list.onOpen(null)
    change({ ...form, items: removed(form.items, path) })
    focusOn(editId(list.parent, 'add-kind'))
  }

  return (
    <>
      <div class="form-outline__head">
        <span class="form-outline__name" lang={writing}>
          {name}
        </span>
        <Tag>{t(`questionnaires.kind.${item.kind}`)}</Tag>
        <span class="form-outline__moves">
          <Button id={editId(path, 'open')} small variant="secondary" aria-expanded={open} aria-label={t(open ? 'questionnaires.edit.closeNamed' : 'questionnaires.edit.openNamed', { name })} onClick={() => list.onOpen(open ? null : path)}>
            {t(open ? 'questionnaires.edit.close' : 'questionnaires.edit.open')}
          </Button>
          <Button id={editId(path, 'up')} small variant="tertiary" disabled={place === 0} aria-label={t('questionnaires.edit.upNamed', { name })} onClick={() => move(-1)}>
            {t('questionnaires.edit.up')}
          </Button>
          <Button id={editId(path, 'down')} small variant="tertiary" disabled={last} aria-label={t('questionnaires.edit.downNamed', { name })} onClick={() => move(1)}>
            {t('questionnaires.edit.down')}
          </Button>
          <Button small variant="tertiary" danger aria-label={t('questionnaires.edit.removeNamed', { name })} onClick={() => setRemoving(true)}>
            {t('questionnaires.edit.remove')}
          </Button>
        </span>
      </div>
      {open && <ItemEdit path={path} item={item} onMoved={list.onOpen} />}
      {(item.kind === 'group' || item.kind === 'repeat') && <ItemList {...list} items={item.items ?? []} parent={path} />}
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('questionnaires.edit.removeTitle', { name })}
        actions={
          <>
            <Button danger onClick={remove}>
              {t('questionnaires.edit.remove')}
            </Button>
            <Button variant="secondary" onClick={() => setRemoving(false)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('questionnaires.edit.removeText')}</p>
        {inside > 0 && <p>{t('questionnaires.edit.removeMany', { n: inside })}</p>}
      </Dialog>
    </>
  )
}

function Add({ parent, onOpen, name, inRepeat }: ItemListProps & { name: string | undefined; inRepeat: boolean }) {
  const { form, change } = useEditing()
  const [kind, setKind] = useState<Kind>('whole')
  const add = () => {
    const item: Item = { kind, name: freeName('', namesIn(form)) }
    if (kind === 'choice' || kind === 'choices' || kind === 'ranking') item.list = freeName(item.name, new Set(Object.keys(form.lists ?? {})))
    if (kind === 'scale') Object.assign(item, { min: 1, max: 5 })
    if (kind === 'group' || kind === 'repeat') item.items = []
    if (kind === 'parts') item.parts = []
    const next = added(form.items, parent, item)
    change({ ...form, items: next.items, ...(item.list ? { lists: { ...form.lists, [item.list]: [] } } : {}) })
    onOpen(next.path)
    focusOn(editId(next.path, 'label'))
  }
  return (
    <div class="form-line form-add">
      <Select<Kind>
        id={editId(parent, 'add-kind')}
        label={name ? t('questionnaires.edit.addKindIn', { name }) : t('questionnaires.edit.addKind')}
        options={addable.filter((one) => !inRepeat || one !== 'repeat').map((one) => ({ value: one, label: t(`questionnaires.kind.${one}`) }))}
        value={kind}
        onChange={setKind}
      />
      <Button variant="secondary" onClick={add}>
        {t('questionnaires.edit.add')}
      </Button>
    </div>
  )
}
