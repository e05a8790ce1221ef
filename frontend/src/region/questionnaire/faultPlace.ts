import { t } from '~/i18n'

/** Says where in a form's file something stands: sheet, row and column, as far as each is known. */
export const placeIn = (sheet: string, row: number, column: string): string => [sheet, row > 0 && t('questionnaires.importRow', { row }), column].filter(Boolean).join(', ')

/** A fault with its place in front; the path of a fault is its place with points between (hyphens in a form), that of the whole file "file". */
export function faultAt(path: string, message: string): string {
  const [, sheet = '', row = '', column = ''] = /^([^.-]*)(?:[.-](\d+))?(?:[.-](.+))?$/.exec(path) ?? []
  return sheet === '' || sheet === 'file' ? message : `${placeIn(sheet, Number(row), column)}: ${message}`
}
