/** Saves a text as a file, word for word, so that its checksum can be checked. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the press; give it back once it surely has.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
