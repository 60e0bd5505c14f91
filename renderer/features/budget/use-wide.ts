import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 1600px)'

/** True where the window has room for the explanation beside the grid and for the names of sources. */
export function useWide(): boolean {
  return useSyncExternalStore((changed) => {
    const media = matchMedia(WIDE)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, () => matchMedia(WIDE).matches)
}
