import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(200).max(20_000), height: z.int().min(200).max(20_000) })
const windowState = z.object({ bounds: rectangle.optional(), maximised: z.boolean().default(false), language: z.enum(['id', 'en']).default('id') })

/** Where the window was, and the language of its menu. */
export type WindowState = z.infer<typeof windowState>

/** What was remembered; what cannot be read counts as nothing. */
export function readWindowState(file: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return windowState.parse({})
  }
}

/** Written whole, beside its place first. It is a convenience: a disk that is full keeps nobody from closing the window. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.baru`, `${JSON.stringify(state)}\n`)
    renameSync(`${file}.baru`, file)
  } catch {
    // see above
  }
}

/** Part of the title bar that has to be in reach, in pixels, for the window to be moved. */
const REACH = 100

/** The bounds that were remembered, if a screen still shows enough of them: a projector may be gone since. */
export function visibleBounds(bounds: Rectangle | undefined, screens: readonly Rectangle[]): Rectangle | undefined {
  const inReach = (screen: Rectangle, { x, y, width }: Rectangle) =>
    x + width >= screen.x + REACH && x <= screen.x + screen.width - REACH && y >= screen.y && y <= screen.y + screen.height - REACH
  return bounds && screens.some((screen) => inReach(screen, bounds)) ? bounds : undefined
}
