import { columnLetter } from '#shared/sheets/layout.ts'
import { relationshipsXml } from './relationships.ts'
import type { PlacedSheet } from './sheet-xml.ts'
import { escapeXml, XML_HEAD } from './xml.ts'
import type { ZipPart } from './zip-file.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface BookFacts {
  readonly title: string
  readonly subject: string
  readonly madeAt: Date
}

/** Name of a sheet as formulas have it. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/** What is printed of each sheet, and which of its rows stand on every page. */
function definedNames(sheets: readonly PlacedSheet[]): string {
  const names = sheets.flatMap(({ sheet, layout: { rows, repeat } }, index) => {
    const name = (kind: string, range: string): string => `<definedName name="_xlnm.${kind}" localSheetId="${index}">${escapeXml(`${quoted(sheet.name)}!${range}`)}</definedName>`
    return [
      name('Print_Area', `$A$1:$${columnLetter(sheet.columns.length)}$${Math.max(1, rows.length)}`),
      ...(repeat ? [name('Print_Titles', `$${repeat.from}:$${repeat.to}`)] : []),
    ]
  })
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}

function workbookXml(sheets: readonly PlacedSheet[], hidden: readonly string[]): string {
  const all = [...sheets.map(({ sheet }) => ({ name: sheet.name, state: '' })), ...hidden.map((name) => ({ name, state: ' state="hidden"' }))]
  const list = all.map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`)
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><workbookPr filterPrivacy="1"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>${definedNames(sheets)}<calcPr calcId="171027"/></workbook>`
}

function coreXml({ title, subject, madeAt }: BookFacts): string {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, 'Z')
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>Rembuk</dc:creator><cp:lastModifiedBy>Rembuk</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
}

/** LibreOffice takes the results that stand in a file only from a program whose name it knows; from others it reckons anew before it shows anything. */
const APPLICATION = `${XML_HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application></Properties>`

/** Kinds of parts by what their names end on, for those that are not named one by one. */
const BY_ENDING = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'], ['xml', 'application/xml'], ['png', 'image/png'], ['jpeg', 'image/jpeg'],
] as const

/** Kinds of parts by their names. */
const BY_NAME = [
  [/^xl\/workbook\.xml$/, `${SHEET_TYPE}.sheet.main+xml`], [/^xl\/worksheets\/sheet\d+\.xml$/, `${SHEET_TYPE}.worksheet+xml`], [/^xl\/styles\.xml$/, `${SHEET_TYPE}.styles+xml`],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'], [/^xl\/charts\/chart\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'], [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
] as const

function contentTypes(names: readonly string[]): string {
  const defaults = BY_ENDING.filter(([ending]) => ending === 'rels' || ending === 'xml' || names.some((name) => name.endsWith(`.${ending}`)))
  const overrides = names.flatMap((name) => BY_NAME.filter(([pattern]) => pattern.test(name)).map(([, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`))
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`).join('')}${overrides.join('')}</Types>`
}

/** Path of a worksheet by its number. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

/** The parts that name all the others (`names`): hidden sheets are numbered after the ones that are seen. */
export function bookParts(sheets: readonly PlacedSheet[], hidden: readonly string[], facts: BookFacts, names: readonly string[]): ZipPart[] {
  const worksheets = [...sheets.map(({ sheet }) => sheet.name), ...hidden].map((_, index) => ({ id: `rId${index + 1}`, type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` } as const))
  const parts: ZipPart[] = [
    { name: '_rels/.rels', content: relationshipsXml([
      { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }, { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' }, { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
    ]) },
    { name: 'docProps/core.xml', content: coreXml(facts) }, { name: 'docProps/app.xml', content: APPLICATION },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, hidden) },
    { name: 'xl/_rels/workbook.xml.rels', content: relationshipsXml([...worksheets, { id: `rId${worksheets.length + 1}`, type: 'styles', target: 'styles.xml' }]) },
  ]
  return [{ name: '[Content_Types].xml', content: contentTypes([...parts.map(({ name }) => name), ...names]) }, ...parts]
}
