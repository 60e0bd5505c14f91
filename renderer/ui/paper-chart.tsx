import type { PreviewRow } from '#shared/contract/document.ts'

/** A chart of a paper, drawn from the shapes that every face of it is drawn from. */
export function PaperChart({ chart, height }: { readonly chart: NonNullable<PreviewRow['chart']>; readonly height: number }) {
  return (
    <svg className="paper-chart" role="img" aria-label={chart.label} viewBox={`0 0 ${chart.width} ${height}`} style={{ width: `${chart.width}pt`, height: `${height}pt` }}>
      {chart.shapes.map((shape, index) => {
        // A shape of a chart is its place.
        const key = `${shape.kind}${index}`
        if (shape.kind === 'rect') return <rect key={key} className={shape.tone} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />
        if (shape.kind === 'line') return <line key={key} className={shape.tone ?? undefined} x1={shape.x} y1={shape.y} x2={shape.toX} y2={shape.toY} />
        return <text key={key} x={shape.x} y={shape.y} fontSize={shape.size} fontWeight={shape.bold ? 700 : 400} textAnchor={shape.anchor}>{shape.text}</text>
      })}
    </svg>
  )
}
