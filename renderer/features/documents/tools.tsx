import type { ReactNode } from 'react'
import type { VersionItem } from '#shared/contract/version.ts'
import { savesPdf } from '../../client.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Choice, DocumentName } from './types.ts'
import type { Zoom } from '../../ui/use-zoom.ts'

const ZOOMS = ['fit', '75', '100', '150'] as const

interface ToolsProps {
  readonly document: DocumentName
  /** Locked versions, whose papers can be had as they were. */
  readonly versions: readonly VersionItem[]
  readonly choice: Choice
  readonly zoom: Zoom
  readonly busy: boolean
  change(choice: Omit<Partial<Choice>, 'version'>): void
  setVersion(id: string | undefined): void
  setZoom(zoom: Zoom): void
  write(format: 'xlsx' | 'csv'): void
  pdf(): void
}

/** Above the paper: which paper, which language, how large; and the ways out. */
export function Tools({ document, versions, choice, zoom, busy, change, setVersion, setZoom, write, pdf }: ToolsProps) {
  const { t, find } = useTranslator()
  return (
    <div className="paper-tools" role="group" aria-label={t('papers.tools')}>
      {versions.length > 0 && (
        <Pick
          label={t('papers.asOf.label')} value={choice.version ?? ''} pick={(id) => setVersion(id === '' ? undefined : id)}
          options={[['', t('papers.asOf.now')], ...versions.map(({ id, number, stage }) => [id, t('papers.asOf.version', { number, stage: find(`terms.stages.${stage}`) ?? stage })] as const)]}
        />
      )}
      <Pick label={t('papers.paper')} value={choice.paper} options={[['F4', 'F4'], ['A4', 'A4']]} pick={(paper) => change({ paper: paper === 'A4' ? 'A4' : 'F4' })} />
      <Pick
        label={t('papers.language')} value={choice.language} options={[['id', t('papers.languages.id')], ['en', t('papers.languages.en')]]}
        pick={(language) => change({ language: language === 'en' ? 'en' : 'id' })}
      />
      <Pick
        label={t('papers.zoom')} value={zoom} options={ZOOMS.map((one) => [one, one === 'fit' ? t('papers.zoomFit') : `${one}%`])}
        pick={(value) => setZoom(ZOOMS.find((one) => one === value) ?? 'fit')}
      />
      {document === 'workbook' && (
        <label className="check"><input type="checkbox" checked={choice.findings} onChange={(event) => change({ findings: event.target.checked })} /> {t('papers.findings')}</label>
      )}
      {document === 'ukur-ulang' && (
        <label className="check"><input type="checkbox" checked={choice.names} onChange={(event) => change({ names: event.target.checked })} /> {t('papers.fullNames')}</label>
      )}
      <span className="end">
        <button type="button" disabled={busy} onClick={() => write('csv')}>{t('papers.csv')}</button>
        <button type="button" onClick={() => window.print()}>{t('papers.print')}</button>
        <button type="button" disabled={busy} title={savesPdf() ? undefined : t('papers.pdfHint')} onClick={pdf}>{t('papers.pdf')}</button>
        <button type="button" className="primary" disabled={busy} onClick={() => write('xlsx')}>{t('papers.xlsx')}</button>
      </span>
    </div>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
  pick(value: string): void
}

function Pick({ label, value, options, pick }: PickProps): ReactNode {
  return (
    <label className="pick-one">
      <span>{label}</span>
      <select value={value} onChange={(event) => pick(event.target.value)}>
        {options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </label>
  )
}
