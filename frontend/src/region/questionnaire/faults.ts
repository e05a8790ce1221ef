import type { FormError } from '~/components'
import { allItems } from '~/form/edit/tree'
import { documentPath } from '~/form/edit/editing'
import type { Form } from '~/form/form'

export interface PlacedFault {
  /** The field in the document: "items.2.visible". */
  path: string
  /** The id of the control that stands for it. */
  id: string
  message: string
}

const ofItem = /^(items-\d+(?:-items-\d+)*)(?:-(.+))?$/

/** What the server found wrong, at the fields of the editor: what is said of a list stands at a question that uses it, what is said of an item as a whole at its text. */
export function placedFaults(form: Form, errors: readonly FormError[]): PlacedFault[] {
  return errors.map(({ field, message }) => {
    const bare = field.replace(/^form-/, '')
    const list = /^lists-([^-]+)/.exec(bare)?.[1]
    const user = list === undefined ? undefined : allItems(form.items).find(({ item }) => item.list === list)
    const id = user ? `${documentPath(user.path).replace(/\./g, '-')}-list` : bare
    const found = ofItem.exec(id)
    if (!found) return { path: id.replace(/-/g, '.'), id, message }
    const [, at = '', part] = found
    const named = /^(?:label|hint|message|requiredMessage|unit)-/.test(part ?? '') ? (part ?? '').split('-')[0] : part
    const path = `${at.replace(/-/g, '.')}.${named ?? 'label'}`
    return { path, id: `${at}-${named ?? 'label'}`, message }
  })
}
