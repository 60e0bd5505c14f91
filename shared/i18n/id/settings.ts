/** Pengaturan. */
export const settings = {
  title: 'Pengaturan',
  about: 'Bahasa dan tampilan berlaku di komputer ini untuk semua berkas. Yang lain disimpan di berkas ini dan ikut bila disalin.',
  /** What a step calls a setting. */
  keys: { language: 'bahasa', theme: 'tampilan', paper: 'kertas', 'signed-on': 'tanggal penandatanganan', 'backup-folder': 'folder cadangan', 'fiscal-year': 'tahun anggaran', letterhead: { lines: 'baris kop surat', address: 'alamat pada kop surat', logo: 'lambang pada kop surat' }, sign: { duRkp: 'penanda tangan DU-RKP', minutes: 'penanda tangan berita acara', attendance: 'penanda tangan daftar hadir', offer: 'penanda tangan tawaran mitra', onePage: 'penanda tangan ringkasan satu halaman', td4: 'penanda tangan T-D.4', remeasure: 'penanda tangan daftar ukur ulang', rkpdOld: 'penanda tangan RKPD lama', rkpDesa: 'penanda tangan RKP Desa', renja: 'penanda tangan Renja', rab: 'penanda tangan RAB', table5: 'penanda tangan Tabel 5', rkpd: 'penanda tangan RKPD' } },
  language: 'Bahasa', theme: 'Tampilan', themes: { system: 'mengikuti komputer', light: 'terang', dark: 'gelap' },
  paper: 'Kertas', papers: { F4: 'F4 (215 × 330 mm)', A4: 'A4 (210 × 297 mm)' },
  signedOn: 'Tanggal penandatanganan', signedOnHint: 'Kosongkan untuk ditulis tangan. Tempatnya nama desa atau kota rencana.',
  letterhead: {
    title: 'Kop surat', about: 'Berdiri di atas dokumen kantor ini. Dokumen milik kabupaten/kota (RKPD, T-D.4) memakai nama kabupaten/kota tanpa lambang.',
    lines: 'Baris kop', linesHint: 'Satu baris per baris; baris terakhir adalah nama kantor. Kosong: baris yang biasa.',
    address: 'Alamat', addressHint: 'Jalan, kode pos, telepon, pos-el; huruf kecil di bawah nama kantor.',
    logo: 'Lambang', logoNow: 'Lambang yang dipakai', none: 'belum ada lambang', choose: 'Pilih gambar…', change: 'Ganti gambar…', remove: 'Hapus lambang',
    logoHint: 'PNG atau JPEG; dikecilkan seperlunya dan disimpan di berkas ini.',
  },
  save: 'Simpan', saved: 'Pengaturan disimpan.',
  signatories: 'Penanda tangan', sheets: { duRkp: 'DU-RKP', minutes: 'Berita acara', attendance: 'Daftar hadir', offer: 'Tawaran mitra', onePage: 'Ringkasan satu halaman', td4: 'T-D.4', remeasure: 'Daftar ukur ulang', rkpdOld: 'RKPD lama', rkpDesa: 'RKP Desa', renja: 'Renja', rab: 'RAB', table5: 'Tabel 5', rkpd: 'RKPD' },
  lead: 'Keterangan', role: 'Jabatan', name: 'Nama', nip: 'NIP', add: 'Tambah orang', remove: 'Hapus {{role}}', usual: 'Kembali ke yang biasa', isUsual: 'Penanda tangan biasa; isi nama untuk mencetaknya.',
  dated: 'tempat dan tanggal', person: 'orang ke-{{at}}', bar: 'Tanda | tidak dapat dipakai di sini.', roleMissing: 'Isi jabatannya.',
} as const
