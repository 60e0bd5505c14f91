import type { ChartTone } from '#shared/sheets/sheet.ts'
import { escapeXml, XML_HEAD } from './xml.ts'

/** Units of the file format's drawings: 12,700 to a point, 36,000 to a millimetre. */
export const EMU_PER_POINT = 12_700
export const EMU_PER_MM = 36_000

const NAMESPACES = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
/** Green and brick as on the screen, far enough apart in grey; what is left over is pale. */
const COLOURS: Readonly<Record<ChartTone, string>> = { done: '1F6B4F', gap: 'C98A6B', rest: 'CFCBC2' }

/** Where something lies: cell of its upper left corner (0 = first) with the way into it, and its size, all in EMU. */
export interface Place {
  readonly column: number
  readonly row: number
  readonly columnOffset: number
  readonly rowOffset: number
  readonly width: number
  readonly height: number
}

export interface ChartData {
  readonly title: string
  readonly source: string
  /** Ranges as formulas write them, with the values that stand there. */
  readonly labels: { readonly range: string; readonly texts: readonly string[] }
  readonly series: readonly { readonly name: string; readonly tone: ChartTone; readonly range: string; readonly values: readonly number[] }[]
}

function anchored(place: Place, content: string): string {
  const { column, row, columnOffset, rowOffset, width, height } = place
  const at = (name: string, index: number, offset: number) => `<xdr:${name}>${index}</xdr:${name}><xdr:${name}Off>${Math.round(offset)}</xdr:${name}Off>`
  return `<xdr:oneCellAnchor><xdr:from>${at('col', column, columnOffset)}${at('row', row, rowOffset)}</xdr:from><xdr:ext cx="${Math.round(width)}" cy="${Math.round(height)}"/>${content}<xdr:clientData/></xdr:oneCellAnchor>`
}

/** A picture by the id of its relationship. */
export function pictureXml(place: Place, id: number, relationship: string, description: string): string {
  return anchored(place, `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="Lambang ${id}" descr="${escapeXml(description)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${Math.round(place.width)}" cy="${Math.round(place.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`)
}

/** A word across the paper: pale, turned, without an area of its own, so that the cells behind it are reached and read. */
export function markXml(place: Place, id: number, word: string, points: number): string {
  const ink = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="6000"/></a:srgbClr></a:solidFill>'
  return anchored(place, `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${id}" name="Tanda ${id}" descr="${escapeXml(word)}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm rot="20400000"><a:off x="0" y="0"/><a:ext cx="${Math.round(place.width)}" cy="${Math.round(place.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr><xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="id-ID" sz="${points * 100}" b="1">${ink}<a:latin typeface="Arial"/></a:rPr><a:t>${escapeXml(word)}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`)
}

/** The frame that shows a chart by the id of its relationship. */
export function chartFrameXml(place: Place, id: number, relationship: string, title: string): string {
  return anchored(place, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="Grafik ${id}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame>`)
}

export function drawingXml(anchors: readonly string[]): string {
  return `${XML_HEAD}<xdr:wsDr ${NAMESPACES}>${anchors.join('')}</xdr:wsDr>`
}

function lettering(size: number, bold: boolean): string {
  return `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="222222"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr>`
}

function textProperties(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${lettering(size, false)}</a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>`
}

function run(text: string, size: number, bold: boolean): string {
  return `<a:p><a:pPr>${lettering(size, bold)}</a:pPr><a:r><a:rPr lang="id-ID" sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="222222"/></a:solidFill><a:latin typeface="Arial"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`
}

/** Bars that lie, parts in a row, the first category on top, from zero; each part with its figure where it is not nought. */
export function chartXml(chart: ChartData): string {
  const categories = `<c:cat><c:strRef><c:f>${escapeXml(chart.labels.range)}</c:f><c:strCache><c:ptCount val="${chart.labels.texts.length}"/>${chart.labels.texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('')}</c:strCache></c:strRef></c:cat>`
  const series = chart.series.map(({ name, tone, range, values }, index) => [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="${COLOURS[tone]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    categories,
    `<c:val><c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:val></c:ser>`,
  ].join('')).join('')
  const grid = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="DDDDDD"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
  const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="888888"/></a:solidFill></a:ln></c:spPr>'
  return `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/>${run(chart.title, 1000, true)}${run(chart.source, 700, false)}</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textProperties(800)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${grid}<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}${textProperties(700)}<c:crossAx val="111"/><c:crosses val="max"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(800)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
}
