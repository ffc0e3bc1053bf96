"""A breach of every constraint and trigger of the kept temuan and of the reviu."""

import datetime
from collections.abc import Callable
from typing import Any

from tests.basisdata.dunia import PADA, TAHUN, Dunia
from tests.basisdata.pelanggaran_pengukuran import make_orang

from kinerja.telaah.models import (
    JawabanReviu,
    PengecualianTemuan,
    RekomendasiReviu,
    Reviu,
    TelaahTersimpan,
    TemuanLaporan,
    TindakLanjutReviu,
)

HARI = PADA.date()
SATU_HARI = datetime.timedelta(days=1)


def make_temuan(d: Dunia, **lain: Any) -> TemuanLaporan:
    isi = {"satker": d.satker, "tahun": TAHUN, "kunci": "k", "kode": "hitung-capaian", "tingkat": "fatal"}
    isi |= {"kepastian": "pasti", "ditemukan_pada": PADA, "terakhir_pada": PADA}
    return TemuanLaporan.objects.create(**(isi | lain))


def make_tersimpan(d: Dunia, **lain: Any) -> TelaahTersimpan:
    isi = {"satker": d.satker, "nama_berkas": "laporan.pdf", "sidik": "0" * 64, "hasil": {}}
    return TelaahTersimpan.objects.create(
        **(isi | {"disimpan_oleh": make_orang("ani"), "disimpan_pada": PADA} | lain)
    )


def make_pengecualian(d: Dunia, temuan: TemuanLaporan | None = None, **lain: Any) -> PengecualianTemuan:
    isi = {"temuan": temuan or make_temuan(d), "alasan": "sumber resmi", "berlaku_sampai": HARI}
    return PengecualianTemuan.objects.create(
        **(isi | {"pemohon": make_orang("ani"), "diminta_pada": PADA} | lain)
    )


def make_reviu(d: Dunia, **lain: Any) -> Reviu:
    isi = {"satker": d.satker, "tahun": TAHUN, "surat_tugas": "ST-1", "tanggal_surat_tugas": HARI}
    isi |= {
        "mulai": HARI,
        "selesai": HARI,
        "ketua": "Auditor",
        "tempat": "Jakarta",
        "penandatangan": "Inspektur",
    }
    return Reviu.objects.create(**(isi | lain))


def make_jawaban(reviu: Reviu, **lain: Any) -> JawabanReviu:
    isi = {"reviu": reviu, "kriteria": "I.1", "jawaban": "ya", "oleh": make_orang("ani"), "pada": PADA}
    return JawabanReviu.objects.create(**(isi | lain))


def make_rekomendasi(reviu: Reviu, **lain: Any) -> RekomendasiReviu:
    isi = {"reviu": reviu, "nomor": 1, "uraian": "u", "penanggung_jawab": "Kepala Bagian", "tenggat": HARI}
    return RekomendasiReviu.objects.create(**(isi | lain))


def make_tindak_lanjut(d: Dunia, **lain: Any) -> TindakLanjutReviu:
    isi = {"rekomendasi": make_rekomendasi(make_reviu(d)), "keadaan": "sesuai", "uraian": "u"}
    return TindakLanjutReviu.objects.create(**(isi | {"oleh": make_orang("ani"), "pada": PADA} | lain))


def sign(reviu: Reviu) -> Reviu:
    """Signed the way the operation does it, in one UPDATE."""
    isi = {"isi": "{}", "sidik": "0" * 64, "kode_laporan": "k", "ditandatangani_pada": PADA}
    Reviu.objects.filter(pk=reviu.pk).update(ditandatangani_oleh=make_orang("ani"), **isi)
    return reviu


def _dua(buat: Callable[..., Any], dengan: Callable[[Dunia], Any]) -> Callable[[Dunia], None]:
    def langgar(d: Dunia) -> None:
        induk = dengan(d)
        buat(induk)
        buat(induk)

    return langgar


def _putus_lalu_ubah(d: Dunia) -> None:
    satu = make_pengecualian(d, putusan="tolak", pemutus=make_orang("budi"), diputus_pada=PADA)
    PengecualianTemuan.objects.filter(pk=satu.pk).update(putusan="setuju")


def _tulis_setelah_tanda_tangan(buat: Callable[[Reviu], Any]) -> Callable[[Dunia], Any]:
    return lambda d: buat(sign(make_reviu(d)))


def _hapus_setelah_tanda_tangan(buat: Callable[[Reviu], Any]) -> Callable[[Dunia], Any]:
    def langgar(d: Dunia) -> None:
        reviu = make_reviu(d)
        baris = buat(reviu)
        sign(reviu)
        type(baris).objects.filter(pk=baris.pk).delete()

    return langgar


PELANGGARAN_TELAAH: dict[str, Callable[[Dunia], Any]] = {
    "temuan_laporan_sekali": _dua(make_temuan, dengan=lambda d: d),
    "temuan_laporan_tingkat_dikenal": lambda d: make_temuan(d, tingkat="gawat"),
    "temuan_laporan_kepastian_dikenal": lambda d: make_temuan(d, kepastian="entah"),
    "temuan_laporan_waktu_urut": lambda d: make_temuan(d, terakhir_pada=PADA - SATU_HARI),
    "telaah_tersimpan_sekali": _dua(make_tersimpan, dengan=lambda d: d),
    "telaah_tersimpan_berkas_disebut": lambda d: make_tersimpan(d, nama_berkas=""),
    "pengecualian_beda_orang": lambda d: make_pengecualian(
        d, putusan="setuju", pemutus=make_orang("ani"), diputus_pada=PADA
    ),
    "pengecualian_beralasan": lambda d: make_pengecualian(d, alasan=""),
    "pengecualian_putusan_utuh": lambda d: make_pengecualian(d, putusan="setuju"),
    "pengecualian_satu_terbuka": lambda d: [make_pengecualian(d, t) for t in [make_temuan(d)] * 2],
    "pengecualian_tetap": _putus_lalu_ubah,
    "reviu_sekali": lambda d: [sign(make_reviu(d)), make_reviu(d)],
    "reviu_satu_berjalan": lambda d: [make_reviu(d), make_reviu(d, ke=2)],
    "reviu_tahun_wajar": lambda d: make_reviu(d, tahun=1999),
    "reviu_tanggal_urut": lambda d: make_reviu(d, selesai=HARI - SATU_HARI),
    "reviu_tanda_tangan_utuh": lambda d: make_reviu(d, sidik="0" * 64),
    "reviu_beku": lambda d: Reviu.objects.filter(pk=sign(make_reviu(d)).pk).update(ketua="Lain"),
    "jawaban_reviu_sekali": _dua(make_jawaban, dengan=make_reviu),
    "jawaban_reviu_dikenal": lambda d: make_jawaban(make_reviu(d), jawaban="mungkin"),
    "jawaban_reviu_beku": _tulis_setelah_tanda_tangan(make_jawaban),
    "jawaban_reviu_beku_lama": _hapus_setelah_tanda_tangan(make_jawaban),
    "rekomendasi_reviu_sekali": _dua(make_rekomendasi, dengan=make_reviu),
    "rekomendasi_reviu_berisi": lambda d: make_rekomendasi(make_reviu(d), penanggung_jawab=""),
    "rekomendasi_reviu_beku": _tulis_setelah_tanda_tangan(make_rekomendasi),
    "rekomendasi_reviu_beku_lama": _hapus_setelah_tanda_tangan(make_rekomendasi),
    "tindak_lanjut_reviu_keadaan_dikenal": lambda d: make_tindak_lanjut(d, keadaan="entah"),
    "tindak_lanjut_reviu_berisi": lambda d: make_tindak_lanjut(d, uraian=""),
    "tindak_lanjut_reviu_hanya_tambah": lambda d: make_tindak_lanjut(d).delete(),
}
"""Name of a constraint or trigger -> what it must refuse."""
