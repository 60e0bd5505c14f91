import type { JointReport, JointTerms } from '#shared/contract/joint.ts'
import { AppError } from '#core/app-error.ts'
import { number, percent } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { stepFigure } from '#shared/i18n/step-figure.ts'
import { parseAmount, UsageError } from '../arguments.ts'
import { changing, defineCommand, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'
import { outFile, writeFile } from './exchange.ts'

/** `DAU=15000000000,BOK=…`; `envelope` is money that no source of the regency's plan names. */
function fundsOf(text: string, known: readonly { readonly id: string; readonly label: string }[]): JointTerms['funds'] {
  return text.split(',').map((part) => {
    const [name = '', amount = ''] = part.split('=').map((word) => word.trim())
    const fund = known.find(({ id, label }) => label === name || (label === '' && id === name))
    if (!fund) throw new AppError('source_unknown', { source: name, known: known.map(({ id, label }) => (label === '' ? id : label)) })
    return { id: fund.id, amount: parseAmount('--funds', amount) }
  })
}

export const optimumCommand = defineCommand({
  usage: 'optimum FILE --funds DAU=N,envelope=N [--strategy equal|tiered] [--villages all|desa|kelurahan] [--out FILE.xlsx|.csv] [--save]',
  options: { funds: 'text', strategy: 'text', villages: 'text', out: 'text', save: 'flag' },
  run: async (args, { signal, translator }): Promise<JointReport & { file?: string }> => {
    const [funds, strategy, villages] = [args.text('funds'), args.text('strategy') ?? 'equal', args.text('villages') ?? 'all']
    if (funds === undefined) throw new UsageError('--funds DAU=N,envelope=N')
    const out = outFile(args)
    if (strategy !== 'equal' && strategy !== 'tiered') throw new UsageError('--strategy equal|tiered')
    if (villages !== 'all' && villages !== 'desa' && villages !== 'kelurahan') throw new UsageError('--villages all|desa|kelurahan')
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      const terms: JointTerms = { strategy, villages, funds: fundsOf(funds, (await client.joint.start({})).funds) }
      let report: JointReport | undefined
      for await (const event of await client.joint.run({ terms }, { signal })) if (event.event === 'done') ({ report } = event)
      if (!report) throw new AppError('stopped', {})
      if (args.flag('save')) await client.joint.keep({})
      if (out === undefined) return report
      const { file } = await writeFile(out.file, await client.joint.export({ which: 'last', format: out.format, language: translator.language }, { signal }))
      return { ...report, file }
    }, args.flag('save') ? changing(args) : { reads: true })
  },
  print: printOptimum,
})

function printOptimum({ steps, villages, gap }: JointReport, { t }: Translator): string {
  const share = (value: number | null) => (value === null ? '–' : percent(Math.round(value * 10_000)))
  return [
    textTable([t('joint.steps.step'), t('joint.steps.reached'), t('joint.steps.bound'), t('joint.steps.gap')], steps.map((step) => [
      step.step === 'village' ? t('joint.steps.village') : t(`joint.steps.${step.step}`, { tier: step.tier ?? '' }), stepFigure(step, step.reached), stepFigure(step, step.bound), percent(Math.ceil(step.gap * 10_000)),
    ]), [1, 2, 3]),
    gap === 0 ? t('joint.proven') : t('joint.within', { gap: percent(Math.ceil(gap * 10_000)) }),
    textTable(['', t('cli.village'), t('joint.table.own'), t('joint.table.shared'), t('joint.table.before'), t('joint.table.after')], villages.map(({ code, name, own, shared, before, coverage }) => [code, name, number(own), number(shared), share(before), share(coverage)]), [2, 3, 4, 5]),
  ].join('\n\n')
}
