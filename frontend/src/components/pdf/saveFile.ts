/** Saves what was fetched as a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the press; give it back once it surely has.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
