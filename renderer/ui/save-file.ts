import { downloadEnds } from '../client.ts'

/**
 * Hands a file to the browser's download; in the application the window asks where to keep it. @returns whether it was kept: `no` where that
 * dialog was left, `failed` where it could not be written; a browser does not tell and is believed
 */
export function saveFile(file: File): Promise<'yes' | 'no' | 'failed'> {
  const ended = downloadEnds()
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The download has taken the address over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return ended
}
