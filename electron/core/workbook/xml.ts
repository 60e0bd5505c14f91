/** First line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

// oxlint-disable-next-line no-control-regex -- the characters that XML does not have
const ABSENT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// oxlint-disable-next-line no-control-regex -- the same, and those that are markup
const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff&<>"]/

/** Text as it may stand in XML; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  if (!UNUSUAL.test(text)) return text
  return text.replaceAll(ABSENT, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
