import { multiply } from '#shared/domain/money.ts'
import type { Context } from './input.ts'
import type { Part } from './parts.ts'

/** True where a part is whole units of its line, so that its row shows the line's own price and volume. */
export function isRegular(context: Context, part: Part): boolean {
  const figures = context.figures.lines.find(({ line }) => line.id === part.line.id)
  const cell = figures?.cells.find(({ sourceId }) => sourceId === part.source.id)
  return figures?.need.known === true && cell !== undefined && multiply(figures.need.unitCost, cell.units) === cell.amount
}
