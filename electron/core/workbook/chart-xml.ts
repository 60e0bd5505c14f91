import type { Chart, ChartTone } from '#shared/sheets/sheet.ts'
import { escapeXml, XML_HEAD } from './xml.ts'

/** Green and brick as on the screen, far enough apart in grey; what is left over is pale. */
const COLOURS: Readonly<Record<ChartTone, string>> = { done: '1F6B4F', part: '8FBFA6', gap: 'C98A6B', rest: 'CFCBC2' }
/** Words upon a colour. */
const UPON: Readonly<Record<ChartTone, string>> = { done: 'FFFFFF', part: '222222', gap: '222222', rest: '222222' }
const INK = '222222'

export interface ChartData {
  readonly kind: Chart['kind']
  readonly title: string
  readonly source: string
  /** Ranges as formulas write them, with the values that stand there. */
  readonly labels: { readonly range: string; readonly texts: readonly string[] }
  readonly series: readonly { readonly name: string; readonly tone: ChartTone; readonly range: string; readonly values: readonly number[] }[]
}

type Series = ChartData['series'][number]

function lettering(size: number, bold: boolean, ink = INK): string {
  return `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr>`
}

function textProperties(size: number, ink = INK): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${lettering(size, false, ink)}</a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>`
}

function run(text: string, size: number, bold: boolean): string {
  return `<a:p><a:pPr>${lettering(size, bold)}</a:pPr><a:r><a:rPr lang="id-ID" sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill><a:latin typeface="Arial"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`
}

function filled(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
}

/** A figure at each part that is not nought; empty where parts stand in a row and a figure may be wider than its part. */
function figures(kind: Chart['kind'], tone: ChartTone): string {
  if (kind === 'parts') return ''
  const place = { shares: 'ctr', single: 'outEnd', line: 't' }[kind]
  return `<c:dLbls><c:numFmt formatCode="#,##0;-#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(800, kind === 'shares' ? UPON[tone] : INK)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
}

function seriesXml(kind: Chart['kind'], categories: string, { name, tone, range, values }: Series, index: number): string {
  const look = kind === 'line'
    ? `<c:spPr><a:ln w="22225">${filled(COLOURS[tone])}</a:ln></c:spPr><c:marker><c:symbol val="square"/><c:size val="6"/><c:spPr>${filled(COLOURS[tone])}</c:spPr></c:marker>`
    : `<c:spPr>${filled(COLOURS[tone])}</c:spPr><c:invertIfNegative val="0"/>`
  const points = values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>${look}${figures(kind, tone)}${categories}`,
    `<c:val><c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef></c:val>${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`,
  ].join('')
}

/** What is drawn, and on which axes: bars lie, the first on top; a line goes from left to right. */
function plotXml(kind: Chart['kind'], series: string): string {
  const grid = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="DDDDDD"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
  const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="888888"/></a:solidFill></a:ln></c:spPr>'
  const upright = kind === 'line'
  const grouping = kind === 'shares' ? 'percentStacked' : kind === 'single' ? 'clustered' : 'stacked'
  const drawn = upright
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="111"/><c:axId val="222"/></c:lineChart>`
    : `<c:barChart><c:barDir val="bar"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="222"/></c:barChart>`
  const order = upright ? 'minMax' : 'maxMin'
  return [
    `<c:plotArea><c:layout/>${drawn}`,
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${upright ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textProperties(800)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${upright ? 'l' : 'b'}"/>${grid}<c:numFmt formatCode="${kind === 'shares' ? '0%' : '#,##0'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}${textProperties(700)}<c:crossAx val="111"/><c:crosses val="${upright ? 'autoZero' : 'max'}"/></c:valAx></c:plotArea>`,
  ].join('')
}

/** A native chart from zero over ranges of cells, with the values that stand there; a key where there is more than one colour. */
export function chartXml({ kind, title, source, labels, series }: ChartData): string {
  const categories = `<c:cat><c:strRef><c:f>${escapeXml(labels.range)}</c:f><c:strCache><c:ptCount val="${labels.texts.length}"/>${labels.texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('')}</c:strCache></c:strRef></c:cat>`
  const drawn = series.map((one, index) => seriesXml(kind, categories, one, index)).join('')
  const key = series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(800)}</c:legend>` : ''
  return `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/>${run(title, 1000, true)}${run(source, 700, false)}</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>${plotXml(kind, drawn)}${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
}
