"""Two people at the same moment, on two real connections: one is stored, the other is told. Nothing is lost."""

import json
from collections import Counter

import pytest
from tests.pengukuran.kantor import PADA, TAHUN, make_kantor, nilai
from tests.pengukuran.serentak import sambungan_nyata

from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.jejak.models import Jejak
from kinerja.jejak.queries import verify_jejak
from kinerja.pengukuran.models import BulanTargetKinerja, LembarPengukuran, Realisasi, TargetKinerja
from kinerja.pengukuran.operations import sel as operasi_sel
from kinerja.pengukuran.operations.sel import Nasib, UbahanSel, save_sel
from kinerja.pengukuran.operations.target_kinerja import save_bulan_target
from kinerja.pengukuran.sel import list_sel


@pytest.fixture
def k(transactional_db):
    return make_kantor()


def ketik(k, siapa, kunci, isian, versi):
    (hasil,) = save_sel(isi=[UbahanSel(kunci, versi, isian)], oleh=k.orang[siapa], pada=PADA)
    return hasil


@pytest.mark.parametrize("sudah_ada", [False, True])
def test_dua_orang_satu_sel(k, tmp_path, sudah_ada):
    kunci = k.kunci(k.cacah, k.lapas_a)
    versi = k.ketik("operator-a", kunci, nilai(1)).kini.versi if sudah_ada else 0
    siapa = ["operator-a", "operator-a2"] * 4
    with sambungan_nyata(tmp_path) as jalankan:
        hasil = jalankan(
            *(lambda n=n, s=s: ketik(k, s, kunci, nilai(10 + n), versi) for n, s in enumerate(siapa))
        )
        assert Counter(h.nasib for h in hasil) == {Nasib.TERSIMPAN: 1, Nasib.BENTROK: 7}
        (menang,) = [h for h in hasil if h.nasib is Nasib.TERSIMPAN]
        # Everybody who lost was shown the value that won, and by whom.
        assert {(h.kini.isian, h.kini.oleh) for h in hasil} == {(menang.ubahan.isian, menang.kini.oleh)}
        (tersimpan,) = jalankan(lambda: Realisasi.objects.values_list("nilai", "versi").get())
        assert tersimpan == (menang.ubahan.isian.nilai, versi + 1)
        assert jalankan(lambda: verify_jejak().kerusakan) == [()]


def simpan_sampai_bisa(k, siapa, kunci, isian):
    """What an honest client does: after a conflict it looks again and tries again."""
    while ketik(k, siapa, kunci, isian, list_sel([kunci])[kunci].versi).nasib is not Nasib.TERSIMPAN:
        pass


def test_setiap_tulisan_dihitung_dan_tidak_ada_yang_menimpa_diam_diam(k, tmp_path):
    kunci = k.kunci(k.cacah, k.lapas_a)

    def lima_kali(nomor, siapa):
        for n in range(5):
            simpan_sampai_bisa(k, siapa, kunci, nilai(100 * nomor + n + 1))

    with sambungan_nyata(tmp_path) as jalankan:
        siapa = enumerate(["operator-a", "operator-a2", "operator-a", "operator-a2"])
        assert jalankan(*(lambda n=n, s=s: lima_kali(n, s) for n, s in siapa)) == [None] * 4
        assert jalankan(lambda: Realisasi.objects.get().versi) == [20]
        (jejak,) = jalankan(
            lambda: list(
                Jejak.objects.filter(tindakan="realisasi.isi")
                .order_by("nomor")
                .values_list("dari", "menjadi")
            )
        )
        rantai = [(json.loads(dari), json.loads(menjadi)) for dari, menjadi in jejak]
        # Each write began from exactly what the one before it left.
        assert [dari for dari, _ in rantai[1:]] == [menjadi for _, menjadi in rantai[:-1]]


def test_penguji_ini_melihat_tulisan_yang_hilang(k, tmp_path, monkeypatch):
    """The same race with the check taken away: both are told that all is well, so the tests above can fail."""

    def tulis_buta(penyimpan, ubahan, versi):
        isi = {"nilai": ubahan.isian.nilai, "versi": versi + 1, "keadaan": "terisi"}
        Realisasi.objects.update_or_create(**ubahan.kunci._asdict(), defaults=isi)
        return True

    def periksa_buta(penyimpan, ubahan, *, ganda):
        return operasi_sel.HasilSel(ubahan, Nasib.TERSIMPAN, penyimpan.pembaca.get_sel(ubahan.kunci))

    monkeypatch.setattr(operasi_sel._Penyimpan, "_tulis", tulis_buta)
    monkeypatch.setattr(operasi_sel._Penyimpan, "_periksa_satu", periksa_buta)
    kunci = k.kunci(k.cacah, k.lapas_a)
    k.ketik("operator-a", kunci, nilai(1))
    with sambungan_nyata(tmp_path) as jalankan:
        # Both looked before either wrote.
        hasil = jalankan(
            lambda: ketik(k, "operator-a", kunci, nilai(2), 1),
            lambda: ketik(k, "operator-a2", kunci, nilai(3), 1),
        )
        assert [h.nasib for h in hasil] == [Nasib.TERSIMPAN, Nasib.TERSIMPAN]


def test_dua_pemeriksa_satu_lembar(k, tmp_path):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIAJUKAN)
    versi = k.lembar(k.lapas_a).versi
    with sambungan_nyata(tmp_path) as jalankan:
        hasil = jalankan(
            lambda: k.pindah("kepala-a", Tindakan.VERIFIKASI, lembar, versi=versi),
            lambda: k.pindah("kepala-a2", Tindakan.KEMBALIKAN, lembar, versi=versi, alasan="salah"),
        )
        assert sorted(len(h.temuan) for h in hasil) == [0, 1]
        (kini,) = jalankan(lambda: k.lembar(k.lapas_a))
        assert (kini.status, kini.versi) == (next(h.status for h in hasil if not h.temuan), versi + 1)


def test_mengetik_sambil_mengajukan(k, tmp_path):
    """Either the number came before the submission, or it was refused; never after."""
    lembar, kunci = k.lembar(k.lapas_a), k.kunci(k.cacah, k.lapas_a)
    k.penuhi("operator-a", lembar)
    with sambungan_nyata(tmp_path) as jalankan:
        sel, pindah = jalankan(
            lambda: ketik(k, "operator-a2", kunci, nilai(9), 1),
            lambda: k.pindah("operator-a", Tindakan.AJUKAN, lembar),
        )
        assert pindah.temuan == ()
        (isi,) = jalankan(lambda: Realisasi.objects.get(**kunci._asdict()).nilai)
        assert (isi == 9) is (sel.nasib is Nasib.TERSIMPAN)
        assert sel.nasib is Nasib.TERSIMPAN or [t.kode for t in sel.temuan] == ["terkunci"]


def test_induk_disetujui_sambil_bawahannya_dikembalikan(k, tmp_path):
    for satker in (k.lapas_a, k.lapas_b):
        k.naikkan(k.lembar(satker), Status.DISETUJUI)
    divisi = k.lembar(k.kanwil, unit=k.divisi)
    k.penuhi("operator-divisi", divisi)
    k.pindah("operator-divisi", Tindakan.AJUKAN, divisi)
    k.pindah("kepala-bidang", Tindakan.VERIFIKASI, divisi)
    with sambungan_nyata(tmp_path) as jalankan:
        naik, turun = jalankan(
            lambda: k.pindah("kadiv", Tindakan.SETUJUI, divisi),
            lambda: k.pindah("penyusun", Tindakan.KEMBALIKAN, k.lembar(k.lapas_a), alasan="salah"),
        )
        assert bool(naik.temuan) is not bool(turun.temuan)
        (status,) = jalankan(lambda: set(LembarPengukuran.objects.values_list("status", flat=True)))
        assert "disetujui" in status


def test_dua_orang_satu_uraian_target_kinerja(k, tmp_path):
    target = TargetKinerja.objects.create(unit_kerja=k.divisi, tahun=TAHUN, nomor=1, teks="Sosialisasi")

    def tulis(nomor):
        return save_bulan_target(
            target_id=target.pk,
            bulan=1,
            uraian=f"teks {nomor}",
            versi=0,
            oleh=k.orang["operator-divisi"],
            pada=PADA,
        )

    with sambungan_nyata(tmp_path) as jalankan:
        hasil = jalankan(*(lambda n=n: tulis(n) for n in range(6)))
        assert Counter(t[0].kode if t else "tersimpan" for _, t in hasil) == {"tersimpan": 1, "bentrok": 5}
        # Whoever lost was shown the text that won.
        assert len({isi.uraian for isi, _ in hasil}) == 1
        assert jalankan(lambda: BulanTargetKinerja.objects.get().versi) == [1]
