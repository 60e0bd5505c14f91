import { restoreBackup } from '#core/db/restore.ts'
import { salvageWorkspace } from '#core/db/salvage.ts'
import type { FigureChange, HistoryStep } from '#shared/contract/history.ts'
import { number as formatNumber } from '#shared/i18n/format.ts'
import { stepText } from '#shared/i18n/step-text.ts'
import { parseWhole, UsageError } from '../arguments.ts'
import { absolutePath, defineCommand, looking, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'

export const undoCommand = defineCommand({
  usage: 'undo FILE',
  options: {},
  run: async (args) => withWorkspace(needed(args, 0, 'FILE'), (client) => client.history.undo({})),
  print: (answer, translator) => translator.t('cli.undone', { step: stepText(answer.step, translator) }),
})

export const redoCommand = defineCommand({
  usage: 'redo FILE',
  options: {},
  run: async (args) => withWorkspace(needed(args, 0, 'FILE'), (client) => client.history.redo({})),
  print: (answer, translator) => translator.t('cli.redone', { step: stepText(answer.step, translator) }),
})

/** Steps, newest first; with a question about a figure also its changes. */
export interface History {
  readonly steps: readonly (HistoryStep & { readonly title: string })[]
  readonly changes?: readonly FigureChange[]
}

function given<T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: string }
}

export const historyCommand = defineCommand<History>({
  usage: `history FILE [--limit N]
       history FILE --line ID [--source CODE] [--plan ID]
       history FILE --source CODE [--plan ID]
       history FILE --series NAME --group GROUP [--village CODE] [--posyandu NAME]`,
  options: { limit: 'text', line: 'text', source: 'text', series: 'text', group: 'text', village: 'text', posyandu: 'text', plan: 'text' },
  run: async (args, { translator }) => {
    const [line, source, series] = [args.text('line'), args.text('source'), args.text('series')]
    const limit = args.text('limit')
    const named = <S extends HistoryStep>(step: S) => ({ ...step, title: stepText(step, translator) })
    return withWorkspace(needed(args, 0, 'FILE'), async (client): Promise<History> => {
      if (line === undefined && source === undefined && series === undefined) {
        const answer = await client.history.steps(limit === undefined ? {} : { limit: parseWhole('--limit', limit, 1, 100_000) })
        return { ...answer, steps: answer.steps.map(named) }
      }
      const changes = await client.history.figure(given({ line, source, series, group: args.text('group'), village: args.text('village'), posyandu: args.text('posyandu'), planId: args.text('plan') }))
      const steps = new Map(changes.map(({ step }) => [step.id, named(step)]))
      return { steps: [...steps.values()], changes }
    }, looking(args))
  },
  print(answer, translator) {
    const { t, find } = translator
    const time = (step: HistoryStep) => new Date(step.madeAt).toLocaleString(translator.language === 'id' ? 'id-ID' : 'en-GB')
    if (answer.changes) {
      const value = (figure: FigureChange['from']) => (typeof figure === 'number' ? formatNumber(figure) : (figure ?? '–'))
      const rows = answer.changes.map((change) => [
        time(change.step), find(`cli.figures.${change.figure}`) ?? change.figure, change.label.slice(0, 40), value(change.from), value(change.to), stepText(change.step, translator), change.step.reason ?? '',
      ])
      return rows.length === 0 ? t('cli.noChanges') : textTable([t('cli.when'), t('cli.figure'), '', t('cli.fromValue'), t('cli.toValue'), t('cli.step'), t('cli.reason')], rows, [3, 4])
    }
    const state = (step: HistoryStep) => (step.state === 'done' ? (step.kept ? '' : t('cli.stepNotKept')) : (find(`cli.stepState.${step.state}`) ?? step.state))
    const rows = answer.steps.map((step) => [String(step.id), time(step), stepText(step, translator), state(step), step.reason ?? ''])
    return rows.length === 0 ? t('cli.noChanges') : textTable(['', t('cli.when'), t('cli.step'), '', t('cli.reason')], rows, [0])
  },
})

export const restoreCommand = defineCommand({
  usage: 'restore BACKUP --out FILE',
  options: { out: 'text' },
  async run(args) {
    const backup = absolutePath(needed(args, 0, 'BACKUP'))
    const out = args.text('out')
    if (!out) throw new UsageError('--out')
    return restoreBackup(backup, absolutePath(out))
  },
  print: (answer, { t }) => t('cli.restored', { file: answer.workspace }),
})

export const salvageCommand = defineCommand({
  usage: 'salvage DAMAGED --out FILE',
  options: { out: 'text' },
  async run(args) {
    const damaged = absolutePath(needed(args, 0, 'DAMAGED'))
    const out = args.text('out')
    if (!out) throw new UsageError('--out')
    return salvageWorkspace(damaged, absolutePath(out))
  },
  print(answer, { t }) {
    const rows = answer.tables.filter((table) => table.read > 0 || table.lost !== 0)
      .map((table) => [table.table, formatNumber(table.read), table.lost === null ? '?' : formatNumber(table.lost), formatNumber(table.leftOut), table.verified ? t('cli.yes') : t('cli.no')])
    return [t(answer.whole ? 'cli.salvagedWhole' : 'cli.salvaged', { file: answer.workspace }), textTable([t('cli.table'), t('cli.read'), t('cli.lost'), t('cli.leftOut'), t('cli.sure')], rows, [1, 2, 3])].join('\n')
  },
})
