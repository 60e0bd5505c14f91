import type { Locator, Page } from '@playwright/test'

/** Drags files or folders of the disk over the middle of an element and drops them there, as the system's file manager does. */
export async function dragFiles(page: Page, onto: Locator, files: readonly string[]): Promise<void> {
  const box = await onto.boundingBox()
  if (!box) throw new Error('nothing to drop onto')
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 300) }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}
