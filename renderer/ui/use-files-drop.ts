import { useEffect, useEffectEvent, useState } from 'react'
import { type DropTaker, takerOf } from './drop-takers.ts'

/** The files under an entry that was dropped: itself, or all that lie in the folder, however deep. */
async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (let some = [entry]; some.length > 0;) {
    some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    inside.push(...some)
  }
  return (await Promise.all(inside.map(filesOf))).flat()
}

/** Every file of a drop, those in its folders among them. */
function droppedFiles({ items, files }: DataTransfer): Promise<readonly File[]> {
  // Both are gone once the event is over.
  const plain = [...files]
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return entries.some(({ isDirectory }) => isDirectory) ? Promise.all(entries.map(filesOf)).then((all) => all.flat()) : Promise.resolve(plain)
}

/** All that take in this window, in the order in which they asked. */
const takers: DropTaker[] = []
let listening: AbortController | undefined

function hold(taker: DropTaker | undefined): void {
  for (const one of takers) one.held(one === taker)
}

async function give(transfer: DataTransfer): Promise<void> {
  const files = await droppedFiles(transfer)
  if (files.length > 0) takerOf(takers, files.map(({ name }) => name))?.take(files)
}

function listen(signal: AbortSignal): void {
  const on = (name: 'dragover' | 'dragleave' | 'drop', work: (event: DragEvent) => void) => window.addEventListener(name, work, { signal })
  on('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    hold(takerOf(takers, []))
  })
  on('dragleave', (event) => { if (event.relatedTarget === null) hold(undefined) })
  on('drop', (event) => {
    hold(undefined)
    if (!event.dataTransfer?.types.includes('Files')) return
    // otherwise the browser leaves the page for the file
    event.preventDefault()
    void give(event.dataTransfer)
  })
}

/** Takes the files and folders that are dropped anywhere in the window, as `takerOf` divides them. @returns whether something is being held over it that would come here */
export function useFilesDrop(take: (files: readonly File[]) => void, of: DropTaker['of'] = 'part'): boolean {
  const [over, setOver] = useState(false)
  const taken = useEffectEvent((files: readonly File[]) => take(files))
  useEffect(() => {
    const taker: DropTaker = { of, take: (files) => taken(files), held: setOver }
    takers.push(taker)
    if (!listening) {
      listening = new AbortController()
      listen(listening.signal)
    }
    return () => {
      takers.splice(takers.indexOf(taker), 1)
      if (takers.length > 0) return
      listening?.abort()
      listening = undefined
    }
  }, [of])
  return over
}
