/** Typing the plan into Siskeudes or SIPD-RI, what was typed there, and workbooks that come back. */
export const entry = {
  compared: '{{same}} baris sama, {{different}} berbeda; {{others}} kegiatan lain di Siskeudes tidak ada di rencana ini.',
  difference: {
    same: 'sama', amount: 'jumlah lain', placed: 'rekening atau sumber lain', missing_there: 'belum ada di Siskeudes', missing_here: 'tidak ada di rencana',
  },
} as const
