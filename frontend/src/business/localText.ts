export { localText } from '~/i18n'
