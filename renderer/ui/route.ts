import { useSyncExternalStore } from 'react'

export interface Route {
  /** First part of the address after `#/`; `''` at the start. */
  readonly screen: string
  /** What follows: the place on the screen, such as a line's id. */
  readonly place: string
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The screen and the place that the address names. Addresses are `#/anggaran/ID`, so that Back works and a place can be linked to. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash))
}

/** What an address names, from its part after `#`. */
export function routeOf(hash: string): Route {
  const [, screen = '', ...rest] = hash.split('/')
  return { screen: decoded(screen), place: decoded(rest.join('/')) }
}

/** A part of an address that somebody wrote by hand may be no code of anything: it is then taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Address of a screen, and of a place on it. */
export function hrefOf(screen: string, place = ''): string {
  return `#/${encodeURIComponent(screen)}${place === '' ? '' : `/${encodeURIComponent(place)}`}`
}

export function goTo(screen: string, place = ''): void {
  location.hash = hrefOf(screen, place)
}
