import { escapeXml, XML_HEAD } from './xml.ts'

/** Units of the file format's drawings: 12,700 to a point, 36,000 to a millimetre. */
export const EMU_PER_POINT = 12_700
export const EMU_PER_MM = 36_000

const NAMESPACES = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Where something lies: cell of its upper left corner (0 = first) with the way into it, and its size, all in EMU. */
export interface Place {
  readonly column: number
  readonly row: number
  readonly columnOffset: number
  readonly rowOffset: number
  readonly width: number
  readonly height: number
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
