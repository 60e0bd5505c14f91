const SENTENCES: Readonly<Record<string, readonly [id: string, en: string]>> = {
  secret: [
    'Halaman ini hanya terbuka lewat alamat lengkap yang ditampilkan saat Rembuk dimulai. Salin alamat itu seluruhnya ke sini.',
    'This page opens only through the complete address that Rembuk showed when it started. Copy that whole address here.',
  ],
  host: ['Alamat ini bukan alamat Rembuk di komputer ini.', 'This is not the address of Rembuk on this computer.'],
  origin: ['Permintaan ini tidak berasal dari jendela Rembuk.', 'This request does not come from the window of Rembuk.'],
  path: ['Halaman ini tidak ada.', 'There is no such page.'],
  method: ['Cara meminta ini tidak dilayani.', 'This kind of request is not served.'],
  length: ['Ukuran kiriman tidak disebutkan.', 'The size of what was sent is not stated.'],
  size: ['Berkas terlalu besar untuk diterima.', 'The file is too large to be taken in.'],
  unexpected: ['Terjadi kesalahan yang tidak terduga.', 'Something unexpected went wrong.'],
}

/** A plain page in both languages that says why a request is refused and what to do. It repeats nothing of the request. */
export function refusalPage(reason: string): string {
  const [id, en] = SENTENCES[reason] ?? ['Permintaan ditolak.', 'The request is refused.']
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Rembuk</title><h1>Rembuk</h1><p>${id}</p><p lang="en">${en}</p></html>\n`
}
