/** Hands a file to the browser's download; in the application the window asks where to keep it. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The download has taken the address over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
