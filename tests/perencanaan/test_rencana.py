"""The plan is changed by its perencana, with a trace, an undo, and versions that can be compared."""

import datetime
import json
from decimal import Decimal

import pytest
from django.utils import timezone
from tests.basisdata.dunia import PADA, TAHUN, make_indikator, make_sasaran, make_target
from tests.basisdata.pelanggaran_laporan import make_cakupan
from tests.web.orang import make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.akses.queries import AksesDitolak
from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.perencanaan import rencana as baca
from kinerja.perencanaan.models import (
    Indikator,
    KaitanLintas,
    LembarIku,
    Misi,
    PenanggungJawab,
    RencanaAksi,
    Renstra,
    Sasaran,
    TahapAksi,
    Target,
    Tujuan,
    VersiRencana,
)
from kinerja.perencanaan.operations import aksi, indikator, rencana, versi
from kinerja.perencanaan.operations.aksi import IsiAksi
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.operations.indikator import NilaiTarget, TargetTahunan
from kinerja.perencanaan.operations.urung import undo_perubahan
from kinerja.perencanaan.pohon import make_pohon
from kinerja.perencanaan.versi import compare_isi, get_versi, list_versi, read_isi

pytestmark = pytest.mark.satu_mesin
KINI = timezone.now()


def siapa(d, **lain):
    return {"satker": d.satker, "tahun": TAHUN, "oleh": BARIS_PERINTAH, "pada": PADA} | lain


def tolak(medan, operasi, **isi):
    """The operation is refused, and says which field is at fault."""
    with pytest.raises(RencanaDitolak) as masalah:
        operasi(**isi)
    assert masalah.value.medan == medan


def jejak() -> list[tuple[str, dict, dict]]:
    semua = Jejak.objects.filter(tindakan__startswith="rencana.").order_by("pk")
    return [(j.tindakan, json.loads(j.dari), json.loads(j.menjadi)) for j in semua]


def test_hanya_perencana_dan_hanya_bila_kantor_lain_tidak_memakai(dunia):
    isi = {"objek": dunia.renstra, "isi": {"visi": "Baru"}}
    orang = make_orang("perencana", Tugas(Peran.PERENCANA, dunia.satker))
    operator = make_orang("operator", Tugas(Peran.OPERATOR, dunia.satker))
    with pytest.raises(AksesDitolak):
        rencana.update_isi(**isi, **siapa(dunia, oleh=operator, pada=KINI))
    make_target(dunia)
    assert rencana.update_isi(**isi, **siapa(dunia, oleh=orang, pada=KINI)) is not None
    lain = Satker.objects.create(kunci="kanwil-lain", jenis="kanwil")
    RiwayatSatker.objects.create(satker=lain, nama="L", nama_singkat="L", berlaku_dari=PADA.date())
    make_target(dunia, satker=lain)
    with pytest.raises(AksesDitolak, match="kantor lain") as masalah:
        rencana.update_isi(objek=dunia.renstra, isi={"visi": "X"}, **siapa(dunia, oleh=orang, pada=KINI))
    assert not masalah.value.asing
    seinstansi = make_orang("pusat", Tugas(Peran.PERENCANA))
    assert rencana.update_isi(
        objek=dunia.renstra, isi={"visi": "X"}, **siapa(dunia, oleh=seinstansi, pada=KINI)
    )


def test_perubahan_tercatat_dan_dapat_diurungkan(dunia):
    atas = make_sasaran(dunia, kode="SP.1", tingkat="program")
    entri = rencana.update_isi(
        objek=dunia.sasaran, isi={"teks": "Baru", "induk": "SP.1", "asing": 1}, **siapa(dunia)
    )
    assert jejak() == [
        ("rencana.ubah", {"teks": "Sasaran", "induk": None}, {"teks": "Baru", "induk": "SP.1"})
    ]
    assert rencana.update_isi(objek=dunia.sasaran, isi={"teks": "Baru"}, **siapa(dunia)) is None
    dunia.sasaran.refresh_from_db()
    assert dunia.sasaran.induk == atas
    # Somebody changed it again: the older change cannot be taken back over it.
    kedua = rencana.update_isi(objek=dunia.sasaran, isi={"teks": "Lagi"}, **siapa(dunia))
    tolak("", undo_perubahan, nomor=entri.nomor, **siapa(dunia))
    for nomor in (kedua.nomor, entri.nomor):
        assert undo_perubahan(nomor=nomor, **siapa(dunia)) == dunia.sasaran
    dunia.sasaran.refresh_from_db()
    assert (dunia.sasaran.teks, dunia.sasaran.induk) == ("Sasaran", None)
    tolak("", undo_perubahan, nomor=999, **siapa(dunia))
    baru = rencana.update_isi(objek=atas, isi={"teks": "Hilang"}, **siapa(dunia))
    atas.delete()
    tolak("", undo_perubahan, nomor=baru.nomor, **siapa(dunia))


@pytest.mark.parametrize(
    ("apa", "isi", "medan"),
    [
        ("renstra", {"nama": " "}, "nama"),
        ("renstra", {"visi": ""}, "visi"),
        ("renstra", {"tahun_akhir": 2019}, "tahun_akhir"),
        ("renstra", {"nama": "Sudah ada"}, "nama"),
        ("sasaran", {"teks": ""}, "teks"),
        ("sasaran", {"induk": "SK.1"}, "induk"),
        ("sasaran", {"induk": "SK.9"}, "induk"),
        ("sasaran", {"induk": "ENTAH"}, "induk"),
        ("sasaran", {"tingkat": "strategis", "induk": "SK.8"}, "induk"),
        ("sasaran", {"tujuan": 7}, "tujuan"),
        ("indikator", {"nama": ""}, "nama"),
        ("indikator", {"satuan": " "}, "satuan"),
        ("indikator", {"cara_hitung": "nilai"}, "agregasi_satker"),
        ("indikator", {"penanggung_jawab": "entah"}, "penanggung_jawab"),
    ],
)
def test_isi_yang_salah_ditolak(dunia, apa, isi, medan):
    Renstra.objects.create(nama="Sudah ada", tahun_awal=2020, tahun_akhir=2024, dasar_hukum="-", visi="V")
    make_sasaran(dunia, kode="SK.9", induk=dunia.sasaran)
    make_sasaran(dunia, kode="SK.8")
    tolak(medan, rencana.update_isi, objek=getattr(dunia, apa), isi=isi, **siapa(dunia))
    assert jejak() == []


def test_yang_diperjanjikan_berubah_hanya_dengan_alasan(dunia):
    make_target(dunia)
    for objek, isi in ((dunia.indikator, {"satuan": "orang"}), (dunia.sasaran, {"teks": "Lain"})):
        tolak("alasan", rencana.update_isi, objek=objek, isi=isi, **siapa(dunia))
        entri = rencana.update_isi(objek=objek, isi=isi | {"alasan": " salah ketik "}, **siapa(dunia))
        assert entri.alasan == "salah ketik"


def test_renstra_baru_dengan_misi_dan_tujuan(dunia):
    isi = {
        "nama": "Renstra 2025–2029",
        "tahun_awal": 2025,
        "tahun_akhir": 2029,
        "dasar_hukum": "-",
        "visi": "V",
    }
    baru = rencana.add_renstra(isi=isi, **siapa(dunia))
    tolak("nama", rencana.add_renstra, isi=isi, **siapa(dunia))
    ubah = {"renstra": baru, **siapa(dunia)}
    assert rencana.save_rumusan(rumusan=(["Satu", " "], ["Aman", "Tertib"]), **ubah)
    assert not rencana.save_rumusan(rumusan=(["Satu"], ["Aman", "Tertib "]), **ubah)
    sasaran = rencana.add_sasaran(
        isi={"kode": "SS.1", "tingkat": "strategis", "unit": "setjen", "teks": "T", "tujuan": 2}, **ubah
    )
    tolak("tujuan", rencana.save_rumusan, rumusan=([], ["Aman"]), **ubah)
    assert rencana.save_rumusan(rumusan=([], ["Sentosa", "Tertib"]), **ubah)
    assert not Misi.objects.filter(renstra=baru).exists()
    assert [t.teks for t in Tujuan.objects.filter(renstra=baru)] == ["Sentosa", "Tertib"]
    sasaran.refresh_from_db()
    assert sasaran.tujuan.teks == "Tertib"
    assert [r.nama for r in baca.list_renstra(dunia.satker, 2026)] == ["Renstra 2025–2029"]


def test_sasaran_dan_indikator_ditambah_lalu_dihapus(dunia):
    isi = {"kode": "SK.2", "tingkat": "kegiatan", "unit": "setjen", "teks": "T", "induk": ""}
    baru = rencana.add_sasaran(renstra=dunia.renstra, isi=isi, **siapa(dunia))
    for kode in ("", "SK 2", "x" * 31, "SK.2"):
        tolak("kode", rencana.add_sasaran, renstra=dunia.renstra, isi=isi | {"kode": kode}, **siapa(dunia))
    sifat = {
        "kode": "SK.2.1",
        "nama": "Jumlah",
        "satuan": "orang",
        "polaritas": "naik",
        "cara_hitung": "nilai",
    }
    sifat |= {"agregasi_bulan": "jumlah", "agregasi_satker": "jumlah", "penanggung_jawab": "bagian"}
    tambah = {"sasaran": baru, **siapa(dunia)}
    salah = {"kode": "SK.1.1"}, {"satuan": ""}, {"nama": ""}, {"agregasi_satker": "sigma"}
    for beda in salah:
        tolak(next(iter(beda)), indikator.add_indikator, isi=sifat | beda, **tambah)
    satu = indikator.add_indikator(isi=sifat, **tambah)
    assert (satu.urutan, satu.komponen.get().kode, satu.penanggung_jawab) == (1, "utama", dunia.unit_kerja)
    tolak("", rencana.remove_bagian, objek=baru, **siapa(dunia))
    for objek in (satu, baru):
        rencana.remove_bagian(objek=objek, **siapa(dunia))
    assert not Sasaran.objects.filter(kode="SK.2").exists()
    assert [t for t, _, _ in jejak()] == [
        "rencana.tambah",
        "rencana.tambah",
        "rencana.hapus",
        "rencana.hapus",
    ]


def test_kaitan_lintas(dunia):
    make_sasaran(dunia)
    isi = {"ke": "SK.9", "uraian": "data bersama"}
    kaitkan = {"sasaran": dunia.sasaran, **siapa(dunia)}
    for beda, medan in (
        ({"ke": "SK.1"}, "ke"),
        ({"ke": "ENTAH"}, "ke"),
        ({"uraian": " "}, "uraian"),
        ({"tahun_awal": 2024, "tahun_akhir": 2020}, "tahun_akhir"),
    ):
        tolak(medan, rencana.add_kaitan, isi=isi | beda, **kaitkan)
    kaitan = rencana.add_kaitan(isi=isi, **kaitkan)
    assert (kaitan.tahun_awal, kaitan.tahun_akhir) == (2020, 2024)
    tolak("ke", rencana.add_kaitan, isi=isi, **kaitkan)
    rencana.remove_kaitan(kaitan=kaitan, **siapa(dunia))
    assert not KaitanLintas.objects.exists()


def test_lembar_iku_dan_penanggung_jawab(dunia):
    isi = {"periode": "bulanan", "keterbatasan": " data terlambat "}
    ubah = {"indikator": dunia.indikator, **siapa(dunia)}
    assert indikator.save_lembar_iku(isi=isi, **ubah)
    assert not indikator.save_lembar_iku(isi=isi, **ubah)
    assert LembarIku.objects.get().keterbatasan == "data terlambat"
    hari = datetime.date(2023, 3, 1)
    assert indikator.set_penanggung_jawab(isi={"jabatan": "Kepala Bagian", "dari": hari}, **ubah)
    assert indikator.set_penanggung_jawab(isi={"jabatan": "Kepala Bagian ", "dari": hari}, **ubah) is None
    for beda, medan in (({"jabatan": " "}, "jabatan"), ({"jabatan": "Lain"}, "dari")):
        isi_salah = {"jabatan": "Kepala Bagian", "dari": hari} | beda
        tolak(medan, indikator.set_penanggung_jawab, isi=isi_salah, **ubah)
    baru = {"jabatan": "Kepala Divisi", "dari": datetime.date(2023, 7, 1), "unit_kerja": "bagian"}
    assert indikator.set_penanggung_jawab(isi=baru, **ubah).unit_kerja == dunia.unit_kerja
    masa = PenanggungJawab.objects.values_list("jabatan", "berlaku_sampai")
    assert list(masa) == [("Kepala Bagian", datetime.date(2023, 6, 30)), ("Kepala Divisi", None)]
    dulu = baca.read_jabatan(dunia.satker, datetime.date(2023, 6, 30))
    assert dulu == {dunia.indikator.pk: "Kepala Bagian"}
    assert [p.jabatan for p in baca.list_pemilik(dunia.indikator, dunia.satker)] == [
        "Kepala Divisi",
        "Kepala Bagian",
    ]


def test_target_tahunan(dunia):
    ubah = {"indikator": dunia.indikator, **siapa(dunia)}
    angka = NilaiTarget(Decimal("97.5"))
    assert indikator.save_target_tahunan(target=TargetTahunan({2022: angka, 2023: angka}), **ubah)
    assert not indikator.save_target_tahunan(target=TargetTahunan({2022: angka, 2024: NilaiTarget()}), **ubah)
    assert indikator.save_target_tahunan(target=TargetTahunan({2022: NilaiTarget()}), **ubah)
    assert [(t.tahun, t.jenis, t.nilai) for t in Target.objects.all()] == [(2023, "renstra", Decimal("97.5"))]
    assert jejak()[-1] == ("rencana.target", {"2022": "97,5"}, {"2022": None})
    for tahun, nilai in (
        (2019, angka),
        (2023, NilaiTarget(bawah=Decimal(1))),
        (2023, NilaiTarget(Decimal("0.00001"))),
    ):
        tolak(f"target-{tahun}", indikator.save_target_tahunan, target=TargetTahunan({tahun: nilai}), **ubah)
    Indikator.objects.update(polaritas="rentang")
    dunia.indikator.refresh_from_db()
    rentang = NilaiTarget(bawah=Decimal(1), atas=Decimal(2))
    for nilai in (angka, NilaiTarget(bawah=Decimal(2), atas=Decimal(1))):
        tolak("target-2024", indikator.save_target_tahunan, target=TargetTahunan({2024: nilai}), **ubah)
    assert indikator.save_target_tahunan(target=TargetTahunan({2024: rentang}), **ubah)
    assert jejak()[-1][2] == {"2024": "1–2"}


def test_target_yang_diperjanjikan_berubah_dengan_alasan_dan_diurungkan(dunia):
    ubah = {"indikator": dunia.indikator, **siapa(dunia)}
    besar, kecil = NilaiTarget(Decimal("12345.5")), NilaiTarget(Decimal(-3))
    assert indikator.save_target_tahunan(target=TargetTahunan({2023: besar}), **ubah)
    make_target(dunia, jenis="pk")
    # A year without a target is not a change of what was promised.
    assert indikator.save_target_tahunan(target=TargetTahunan({2024: kecil}), **ubah)
    tolak("alasan-target", indikator.save_target_tahunan, target=TargetTahunan({2023: kecil}, " "), **ubah)
    assert indikator.save_target_tahunan(target=TargetTahunan({2023: kecil, 2024: besar}, "revisi"), **ubah)
    diubah = Jejak.objects.order_by("nomor").last()
    assert diubah.alasan == "revisi"
    assert undo_perubahan(nomor=diubah.nomor, **siapa(dunia)) == dunia.indikator
    nilai = {t.tahun: t.nilai for t in Target.objects.filter(jenis="renstra")}
    assert nilai == {2023: Decimal("12345.5"), 2024: Decimal(-3)}
    tolak("", undo_perubahan, nomor=diubah.nomor, **siapa(dunia))
    assert f"nomor {diubah.nomor}" in Jejak.objects.order_by("nomor").last().alasan


def test_rentang_lembar_iku_dan_rumusan_diurungkan(dunia):
    Indikator.objects.update(polaritas="rentang")
    dunia.indikator.refresh_from_db()
    rentang = NilaiTarget(bawah=Decimal(-1), atas=Decimal("2000.25"))
    ubah = {"indikator": dunia.indikator, **siapa(dunia)}
    indikator.save_target_tahunan(target=TargetTahunan({2024: rentang}), **ubah)
    indikator.save_target_tahunan(target=TargetTahunan({2024: NilaiTarget()}), **ubah)
    indikator.save_lembar_iku(isi={"periode": "tahunan"}, **ubah)
    rencana.save_rumusan(renstra=dunia.renstra, rumusan=(["Melayani"], []), **siapa(dunia))
    awal = Jejak.objects.order_by("nomor").last().nomor - 2
    for nomor in range(awal, awal + 3):
        undo_perubahan(nomor=nomor, **siapa(dunia))
    target = Target.objects.get(tahun=2024)
    assert (target.bawah, target.atas) == (rentang.bawah, rentang.atas)
    assert (LembarIku.objects.get().periode, Misi.objects.count()) == ("", 0)


def test_target_laporan_beku_tidak_berubah_diam_diam(dunia):
    make_cakupan(dunia)
    isi = {"indikator": dunia.indikator, "target": TargetTahunan({TAHUN: NilaiTarget(Decimal(1))})}
    with pytest.raises(RencanaDitolak, match="sudah dibekukan"):
        indikator.save_target_tahunan(**isi, **siapa(dunia))
    assert jejak() == []


AKSI = IsiAksi("Menyusun jadwal", "dokumen", "triwulan", "bagian", {3: Decimal(1), 6: Decimal(2)})


def simpan_aksi(d, nomor=None, **beda):
    isi = IsiAksi(**({m: getattr(AKSI, m) for m in AKSI.__slots__} | beda))
    return aksi.save_aksi(
        indikator=d.indikator,
        nomor=nomor,
        isi=isi,
        satker=d.satker,
        tahun=TAHUN,
        siapa=(BARIS_PERINTAH, PADA),
    )


def test_rencana_aksi(dunia):
    satu = simpan_aksi(dunia)
    assert (satu.nomor, satu.penanggung, simpan_aksi(dunia).nomor) == (1, dunia.unit_kerja, 2)
    simpan_aksi(dunia, 1, langkah="Menyusun jadwal")
    assert [t for t, _, _ in jejak()] == ["rencana.aksi"] * 2
    for beda, medan in (
        ({"langkah": " "}, "langkah"),
        ({"satuan": ""}, "satuan"),
        ({"jadwal": "windu"}, "jadwal"),
        ({"target": {}}, "target"),
        ({"target": {2: Decimal(1)}}, "target-2"),
        ({"target": {3: Decimal(-1)}}, "target-3"),
        ({"target": {3: Decimal("0.00001")}}, "target-3"),
    ):
        tolak(medan, simpan_aksi, d=dunia, **beda)
    tolak("", simpan_aksi, d=dunia, nomor=9)
    isi = {"aksi": satu, "catatan": {3: " selesai "}, "pada": PADA, "oleh": BARIS_PERINTAH}
    assert aksi.save_realisasi_aksi(realisasi={3: Decimal(1)}, **isi)
    assert not aksi.save_realisasi_aksi(realisasi={3: Decimal(1)}, **isi)
    tahap = {t.bulan: t for t in TahapAksi.objects.filter(rencana=satu)}
    assert [(tahap[b].tercapai, tahap[b].catatan) for b in (3, 6)] == [(True, "selesai"), (None, "")]
    tolak("realisasi-4", aksi.save_realisasi_aksi, realisasi={4: Decimal(1)}, **isi)
    tolak("realisasi-3", aksi.save_realisasi_aksi, realisasi={3: Decimal(-1)}, **isi)
    tolak("target", simpan_aksi, d=dunia, nomor=1, target={6: Decimal(2)})
    tolak("", aksi.remove_aksi, aksi=satu, oleh=BARIS_PERINTAH, pada=PADA)
    aksi.remove_aksi(aksi=RencanaAksi.objects.get(nomor=2), oleh=BARIS_PERINTAH, pada=PADA)
    assert [a.nomor for a in baca.list_aksi(dunia.indikator, dunia.satker, TAHUN)] == [1]


@pytest.mark.parametrize(
    ("peran", "boleh"), [(Peran.PERENCANA, True), (Peran.OPERATOR, True), (Peran.APIP, False)]
)
def test_realisasi_aksi_oleh_perencana_dan_operator(dunia, peran, boleh):
    satu = simpan_aksi(dunia)
    orang = make_orang("orang", Tugas(peran, dunia.satker))
    isi = {"aksi": satu, "realisasi": {3: Decimal(1)}, "catatan": {}, "oleh": orang, "pada": KINI}
    if boleh:
        assert aksi.save_realisasi_aksi(**isi)
    else:
        with pytest.raises(AksesDitolak):
            aksi.save_realisasi_aksi(**isi)


def test_versi_dibandingkan(dunia):
    Misi.objects.create(renstra=dunia.renstra, urutan=1, teks="Melayani")
    tetapkan = {"renstra": dunia.renstra, **siapa(dunia)}
    tolak("alasan", versi.set_versi, alasan=" ", **tetapkan)
    satu = versi.set_versi(alasan="Permenkumham 33/2020", **tetapkan)
    tolak("", versi.set_versi, alasan="lagi", **tetapkan)
    angka = {2023: NilaiTarget(Decimal("97.5")), 2024: NilaiTarget(Decimal(98))}
    indikator.save_target_tahunan(indikator=dunia.indikator, target=TargetTahunan(angka), **siapa(dunia))
    indikator.save_lembar_iku(indikator=dunia.indikator, isi={"periode": "tahunan"}, **siapa(dunia))
    rencana.save_rumusan(renstra=dunia.renstra, rumusan=([], ["Tertib"]), **siapa(dunia))
    make_sasaran(dunia, induk=dunia.sasaran, tujuan=Tujuan.objects.get())
    rencana.add_kaitan(sasaran=dunia.sasaran, isi={"ke": "SK.9", "uraian": "u"}, **siapa(dunia))
    dua = versi.set_versi(alasan="revisi", **tetapkan)
    beda = [(b.bagian, b.sebutan, b.jenis, b.medan, b.lama, b.baru) for b in compare_isi(satu.isi, dua.isi)]
    assert beda == [
        ("Misi dan tujuan", "Misi 1", "dihapus", "", "Melayani", ""),
        ("Misi dan tujuan", "Tujuan 1", "ditambah", "", "", "Tertib"),
        ("Sasaran", "SK.9", "ditambah", "", "", "S"),
        ("Indikator", "SK.1.1", "diubah", "periode", "", "setiap tahun"),
        ("Target Renstra", "SK.1.1 tahun 2023", "ditambah", "", "", "97,5"),
        ("Target Renstra", "SK.1.1 tahun 2024", "ditambah", "", "", "98"),
        ("Kaitan lintas", "SK.1 → SK.9 (2020–2024)", "ditambah", "", "", "u"),
    ]
    make_target(dunia, jenis="renstra", tahun=2022, nilai=None, bawah=Decimal(1), atas=Decimal(2))
    assert compare_isi(dua.isi, read_isi(dunia.renstra, dunia.satker))[0].baru == "1–2"
    assert compare_isi({"target": {"a": {}}}, {})[0].lama == ""
    assert compare_isi({"sasaran": {"a": {"x": "1"}}}, {"sasaran": {"a": {"y": "2"}}})[1].medan == "y"
    assert [v.nomor for v in list_versi(dunia.renstra, dunia.satker)] == [2, 1]
    assert get_versi(dunia.renstra, dunia.satker, 1) == satu
    assert VersiRencana.objects.get(nomor=2).sidik != satu.sidik


def test_rencana_dan_pohonnya(dunia):
    tujuan = Tujuan.objects.create(renstra=dunia.renstra, urutan=1, teks="Tertib")
    atas = make_sasaran(dunia, kode="SS.1", tingkat="strategis", tujuan=tujuan, teks="Atas")
    Sasaran.objects.filter(pk=dunia.sasaran.pk).update(induk=atas)
    lepas = make_sasaran(dunia, kode="SK.8", teks="Lepas")
    make_indikator(lepas, "SK.8.1", penanggung_jawab=dunia.unit_kerja)
    for jenis in ("pk", "renstra", "nasional"):
        make_target(dunia, jenis=jenis)
    rencana.add_kaitan(sasaran=lepas, isi={"ke": "SK.1", "uraian": "u"}, **siapa(dunia))
    simpan_aksi(dunia)
    isi = baca.read_rencana(dunia.renstra, dunia.satker, TAHUN)
    satu = baca.get_indikator(isi, "SK.1.1")
    assert (satu.perjanjian.jenis, list(satu.target), satu.banyak_aksi, satu.jabatan) == ("pk", [2023], 1, "")
    assert isi.tahun_renstra == (2020, 2021, 2022, 2023, 2024)
    assert baca.get_sasaran(isi, "SS.1").anak[0].sasaran == dunia.sasaran
    assert (baca.get_indikator(isi, "X"), baca.get_sasaran(isi, "X")) == (None, None)
    pohon = make_pohon(isi)
    assert [(s.jenis, s.kode or s.teks, s.induk, s.tingkat) for s in pohon.simpul] == [
        ("renstra", "Renstra 2020–2024", None, 0),
        ("tujuan", "Tujuan 1", 0, 1),
        ("strategis", "SS.1", 1, 2),
        ("kegiatan", "SK.1", 2, 3),
        ("indikator", "SK.1.1", 3, 4),
        ("unit", "setjen", 0, 1),
        ("kegiatan", "SK.8", 5, 2),
        ("indikator", "SK.8.1", 6, 3),
        ("jabatan", "Kepala Bagian", 7, 4),
    ]
    assert pohon.kaitan == ((6, 3, "u"),)
    assert pohon.anak()[0] == [1, 5]
    assert baca.list_unit() == [("setjen", "Sekretariat Jenderal")]
    assert baca.list_unit_kerja(dunia.satker) == [("bagian", "Bagian")]
