import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { shortDate } from '#shared/i18n/format.ts'
import { useApi } from '../../../ui/api.tsx'
import { ChartPngButton } from '../../../ui/chart-png-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { errorText } from '../../../ui/error-text.ts'
import { useTranslator } from '../../../ui/language.tsx'
import { GrowthChart } from '../../../ui/lazy-charts.ts'
import type { Answer } from '../answers.ts'
import { Choice } from '../choice.tsx'
import { decimals, zText } from '../figures.ts'
import type { Reveal } from '../use-children.ts'
import { GrowthTable } from './growth-table.tsx'

const INDEXES = ['hfa', 'wfa', 'wfh'] as const
export type GrowthIndex = (typeof INDEXES)[number]
/** Average days of a month, as the standards count. */
const MONTH = 30.4375

interface GrowthDialogProps {
  readonly series: string
  readonly child: number
  readonly reveal: Reveal
  close(): void
}

/** One child over all rounds on the curves of the standards; its name masked unless names are being shown. */
export function GrowthDialog({ series, child, reveal, close }: GrowthDialogProps) {
  const translator = useTranslator()
  const { t } = translator
  const [index, setIndex] = useState<GrowthIndex>('hfa')
  const { data, error } = useQuery({ ...useApi().caseload.childGrowth.queryOptions({ input: { series, child, reveal } }), gcTime: 0 })
  return (
    <Dialog className="caseload-dialog growth-dialog" title={data ? t('truth.growth.title', { name: data.name }) : t('window.states.loading')} close={close}>
      {error && <p className="alarm" role="alert">{errorText(error, translator)}</p>}
      {data && (
        <>
          <div className="growth-head">
            <p className="soft">
              {t('truth.growth.facts', { sex: t(`truth.findings.sex.${data.sex}`), age: data.ageMonths, posyandu: data.posyandu || t('truth.noPosyandu') })}
              {data.nik !== null && <> · <span className="num-left">{data.nik}</span></>}
            </p>
            <ChartPngButton title={t(`truth.growth.indexes.${index}`)} parts={(button) => [...(button.closest('dialog')?.querySelectorAll('.growth-chart') ?? [])]} />
            <Choice<GrowthIndex> label={t('truth.growth.choose')} value={index} options={INDEXES.map((one) => [one, t(`truth.growth.indexes.${one}`)])} pick={setIndex} />
          </div>
          <Chart growth={data} index={index} />
          <GrowthTable growth={data} index={index} />
          <p className="fine soft">{t('truth.growth.attribution')} {index !== 'wfa' && t('truth.growth.corrected')}</p>
        </>
      )}
    </Dialog>
  )
}

function Chart({ growth, index }: { readonly growth: Answer<'childGrowth'>; readonly index: GrowthIndex }) {
  const { t, language } = useTranslator()
  const points = growth.points.flatMap((point) => {
    const y = index === 'hfa' ? point.curveCm : point.weightKg
    const x = index === 'wfh' ? point.curveCm : point.ageDays
    if (x === null || y === null) return []
    const value = t(index === 'hfa' ? 'truth.growth.cm' : 'truth.growth.kg', { value: decimals(y, 1, language) })
    return [{ key: `${point.series}/${point.row}/${point.measuredOn}`, x, y, label: decimals(y, 1, language), spoken: t('truth.growth.spokenPoint', { on: shortDate(point.measuredOn, language), value, z: zText(point.own[index].z, language) }) }]
  })
  if (points.length === 0 || growth.curves[index].length === 0) return <p className="soft">{t('truth.growth.noPoints')}</p>
  return (
    <GrowthChart
      curves={growth.curves[index]} points={points} xUnit={index === 'wfh' ? 1 : MONTH} xAxis={t(index === 'wfh' ? 'truth.growth.heightAxis' : 'truth.growth.ageAxis')}
      spoken={t('truth.growth.spoken', { title: t(`truth.growth.indexes.${index}`), points: points.map(({ spoken }) => spoken).join('; ') })}
      xText={(x) => String(Math.round(index === 'wfh' ? x : x / MONTH))} yText={(y) => decimals(y, Number.isInteger(y) ? 0 : 1, language)}
      curveText={(z) => (z === 0 ? t('truth.growth.median') : t('truth.growth.sd', { z: z > 0 ? `+${z}` : `−${-z}` }))}
    />
  )
}
