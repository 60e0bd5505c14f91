/** What stands around the screens: rail, top bar, strip, notes, settings, commands, help. */
export const frame = {
  close: 'Tutup',
  saved: 'Tersimpan {{time}}', saving: 'Menyimpan …', savedNever: 'Belum ada perubahan',
  readOnly: 'Hanya dibaca: perubahan tidak disimpan',
  undo: 'Batalkan: {{step}}', redo: 'Ulangi: {{step}}', undoNone: 'Tidak ada yang dapat dibatalkan', redoNone: 'Tidak ada yang dapat diulangi',
  undone: 'Dibatalkan: {{step}}', redone: 'Diulangi: {{step}}', earlier: 'langkah sebelumnya',
  settings: 'Pengaturan', search: 'Cari atau perintah', help: 'Bantuan',
  plan: {
    choose: 'Rencana di berkas ini', complete: 'Nyatakan lengkap', completeHint: 'Dokumen lalu memakai judul resmi.', incomplete: 'Nyatakan belum lengkap', isComplete: 'lengkap', isDraft: 'rancangan', current: 'sedang dibuka',
  },
  strip: {
    need: 'Kebutuhan per kegiatan', funded: 'Terdanai per sumber', fundedFor: 'Terdanai per kegiatan', directFor: 'Belanja langsung per kegiatan', gap: 'Belum terdanai per kegiatan', direct: 'Belanja langsung menurut jenis',
    sum: 'Jumlah', none: 'Belum ada.', series: 'Data sasaran', notCounted: 'belum ada data', ofUnits: '{{funded}} {{unit}}', linesUnknown: '{{lines}} tanpa data tidak ikut dihitung.',
    childrenSay: '{{covered}} dari {{total}} balita stunting terjangkau bantuan langsung sampai selesai, {{partly}} sebagian.', childrenUnknown: 'Jumlah balita stunting belum ada.',
    directSay: '{{direct}} dari {{total}} yang terdanai menjadi makanan, barang, uang, atau rujukan bagi sasaran.', withService: 'Bersama layanan dan insentif kader: {{share}}',
    thousand: 'Dari tiap Rp1.000, Rp{{part}} sampai langsung ke sasaran.',
    cadresSay: '{{receiving}} dari {{total}} kader menerima insentif dalam rencana ini.', cadresUnknown: 'Jumlah kader belum ada.',
  },
  notes: { next: 'Catatan berikutnya', previous: 'Catatan sebelumnya' },
  palette: {
    title: 'Cari atau perintah', hint: 'Ketik nama kegiatan, sumber, atau perintah', empty: 'Tidak ada yang cocok. Coba kata lain, misalnya telur atau kader.', screens: 'Bagian', actions: 'Perintah', activities: 'Kegiatan', sources: 'Sumber', meant: 'Kegiatan yang berkaitan', add: 'Tambah dari katalog',
    stop: 'Hentikan', stopped: 'Dihentikan; tidak ada yang diubah.',
    allocate: 'Alokasikan otomatis', allocated: 'Alokasi selesai: terdanai {{funded}}, belum terdanai {{gap}}.', allocating: 'Mengalokasikan …', upToDate: 'Alokasi sudah mutakhir, tidak ada yang diubah: terdanai {{funded}}, belum terdanai {{gap}}.', infeasible: 'Alokasi tidak mungkin dengan kunci dan batas sekarang; tidak ada yang diubah.',
    export: 'Unduh buku kerja rencana (.xlsx)', exporting: 'Menyiapkan buku kerja …', notes: 'Buka catatan', theme: 'Ganti terang atau gelap', language: 'Switch to English', results: 'Hasil', addActivity: 'Tambah: {{activity}}', added: 'Kegiatan {{activity}} ditambahkan.',
  },
  shortcuts: {
    title: 'Tombol', search: 'Cari atau perintah', undo: 'Batalkan', redo: 'Ulangi', notes: 'Catatan berikutnya, sebelumnya', help: 'Bantuan bagian ini', close: 'Tutup', settings: 'Pengaturan',
  },
} as const
