/** Somebody who takes what is dropped: the window itself, or a part of it (a screen, a panel). */
export interface DropTaker {
  readonly of: 'window' | 'part'
  take(files: readonly File[]): void
  /** Something is being held over the window that it would take. */
  held(over: boolean): void
}

/**
 * Who takes what is dropped anywhere in the window. A workspace on its own (`.rembuk`) is the window's, whatever is in sight: it opens.
 * Anything else, packages (`.rembuk.gz`) and several files among it, belongs to the part that asked last, and to the window where no part
 * asks. @param takers in the order in which they asked; @param names of the files, none while they are not known yet
 */
export function takerOf<T extends Pick<DropTaker, 'of'>>(takers: readonly T[], names: readonly string[]): T | undefined {
  const window = takers.findLast(({ of }) => of === 'window')
  const [only, ...more] = names
  if (only !== undefined && more.length === 0 && /\.rembuk$/i.test(only)) return window
  return takers.findLast(({ of }) => of === 'part') ?? window
}
