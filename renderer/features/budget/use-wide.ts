import { useSyncExternalStore } from 'react'

let media: MediaQueryList | undefined

/** Made when it is first asked for: there is no window where only the reckoning is tested. */
function wide(): MediaQueryList {
  return (media ??= matchMedia('(min-width: 1600px)'))
}

function subscribe(changed: () => void): () => void {
  wide().addEventListener('change', changed)
  return () => wide().removeEventListener('change', changed)
}

/** True where the window has room for the explanation beside the grid and for the names of sources. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide().matches)
}
