/** Letters and digits only, lower case, accents apart: how names, labels and column headings that people type are compared. */
export function letters(text: string): string {
  // Nearly all texts are plain ASCII, where normalising changes nothing and costs most of the time.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
