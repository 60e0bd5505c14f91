import { goTo } from '../../ui/route.ts'
import { STAGE } from './types.ts'

/** Fills the screen where the browser lets it; where it does not, the stage fills the window all the same. Call from a click or a key. */
export function enterStage(): void {
  const { documentElement } = document
  if (document.fullscreenElement === null && document.fullscreenEnabled) void documentElement.requestFullscreen().catch(() => undefined)
  goTo('rembuk', STAGE)
}

export function leaveStage(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
  goTo('rembuk')
}
