import { saveFile } from '~/components/pdf/saveFile'

/** Saves a text as a file, word for word, so that its checksum can be checked. */
export const download = (name: string, text: string): void => saveFile(name, new Blob([text], { type: 'application/json' }))
