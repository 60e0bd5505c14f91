import { useState } from 'react'
import { useApi } from '../../../ui/api.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { type CountRefusal, useRejected } from '../../../ui/rejected.ts'
import { useCommand } from '../../../ui/use-command.ts'
import type { CountCell } from './count-cell.ts'

/** A text with the cell that it falls on; none: outside of the table. */
export interface PastedCell {
  readonly cell: CountCell | undefined
  readonly value: string
}

interface Block {
  readonly cells: readonly PastedCell[]
  readonly refused: readonly { readonly pasted: PastedCell; readonly code: CountRefusal }[]
  readonly erasing: boolean
}

type Fitting = PastedCell & { readonly cell: CountCell }
const fits = (pasted: PastedCell): pasted is Fitting => pasted.cell !== undefined
const asInput = ({ cell, value }: Fitting) => ({
  series: cell.series.id, group: cell.group, value, posyandu: cell.posyandu, ...(cell.village === undefined ? {} : { village: cell.village }),
})

/** Typing, pasting and erasing counts: what cannot be understood stays in its cell, marked; a block is written whole or not at all. */
export function useTyping() {
  const api = useApi()
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  const { marked, mark: markCell, forget: forgetKeys } = useRejected()
  const [block, setBlock] = useState<Block>()
  const command = useCommand(['caseload', 'setCounts'], (input: Parameters<typeof api.caseload.setCounts.call>[0]) => api.caseload.setCounts.call(input))
  const forget = (cells: readonly CountCell[]) => forgetKeys(cells.map(({ key }) => key))

  async function type(cell: CountCell, value: string): Promise<void> {
    const own = cell.posyanduSum?.own === false ? undefined : cell.count
    if (value.trim() === String(own ?? '')) return forget([cell])
    const mark = (code: CountRefusal) => markCell(cell.key, { text: value, code })
    try {
      const { refused: [first] } = await command.mutateAsync({ cells: [asInput({ cell, value })] })
      if (first) mark(first.code)
      else forget([cell])
    } catch {
      // The notice has said why; what was typed stays in the cell.
      mark('count_not_a_number')
    }
  }

  async function write(cells: readonly PastedCell[], erasing = false): Promise<void> {
    const outside = cells.filter((pasted) => !fits(pasted)).map((pasted) => ({ pasted, code: 'outside' as const }))
    const inside = cells.filter(fits)
    if (outside.length > 0 || inside.length === 0) return setBlock(cells.length > 0 ? { cells, refused: outside, erasing } : undefined)
    const { written, refused } = await command.mutateAsync({ cells: inside.map(asInput) })
    if (refused.length > 0) {
      setBlock({ cells, refused: refused.flatMap(({ index, code }) => (inside[index] ? [{ pasted: inside[index], code }] : [])), erasing })
      return
    }
    setBlock(undefined)
    forget(inside.map(({ cell }) => cell))
    show({ text: t(erasing ? 'caseload.paste.erased' : 'caseload.paste.done', { count: written }), alarm: false })
  }

  return {
    marked, block, type, forget,
    /** Writes a block as one step; where something of it cannot be used, nothing before that is chosen. */
    paste: (cells: readonly PastedCell[]) => write(cells).catch(() => undefined),
    /** Makes counts unknown again, as one step. */
    erase: (cells: readonly CountCell[]) => {
      forget(cells)
      const known = cells.filter(({ typed, count }) => typed && count !== undefined)
      const [only, ...more] = known
      if (only) void (more.length === 0 ? type(only, '') : write(known.map((cell) => ({ cell, value: '' })), true).catch(() => undefined))
    },
    /** Writes the cells of a refused block that can be used. */
    pasteRest: () => write(block?.cells.filter((pasted) => !block.refused.some((refused) => refused.pasted === pasted)) ?? [], block?.erasing).catch(() => undefined),
    dismiss: () => setBlock(undefined),
  }
}

export type Typing = ReturnType<typeof useTyping>
