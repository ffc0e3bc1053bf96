"""`kinerja pengingat` as a user types it, the list of the sample office, and who should report what."""

import json
from pathlib import Path

import pytest
from django.core import mail
from tests.basisdata.dunia import make_realisasi, make_target
from tests.pengukuran.kantor import make_kantor

from kinerja.antarmuka.cli import main
from kinerja.organisasi.models import Satker
from kinerja.pengukuran.pelapor import suggest_pelapor

CONTOH = Path(__file__).resolve().parents[2] / "contoh" / "sumsel-2023" / "target_kinerja.csv"


@pytest.fixture
def k(db):
    k = make_kantor()
    orang = k.orang["operator-a"]
    orang.surel = "operator@contoh.id"
    orang.save()
    return k


def test_dua_kali_sehari_sekali_dikirim(k, capsys):
    for dikirim, sudah in ((1, 0), (0, 1)):
        assert main(["pengingat", "--pada", "2024-02-08", "--json"]) == 0
        hasil = json.loads(capsys.readouterr().out)
        assert hasil == {
            "dikirim": dikirim,
            "sudah": sudah,
            "gagal": 0,
            "dikunci_lagi": 0,
            "dibekukan_lagi": 0,
        }
    assert len(mail.outbox) == 1
    assert main(["pengingat", "--pada", "2024-02-08"]) == 0
    assert "1 sudah dikirim sebelumnya" in capsys.readouterr().out


def test_pesan_grup_tanpa_surel(k, capsys):
    assert main(["pengingat", "--whatsapp", "kanwil", "--pada", "2024-02-12T08:00"]) == 0
    baris = capsys.readouterr().out.splitlines()
    assert baris[0] == "*Pengukuran kinerja*"
    assert baris[2:] == [
        f"- *{nama}*: pengukuran Januari 2024 (TERLAMBAT)" for nama in ("Divisi PAS", "lapas-a", "lapas-b")
    ]
    assert mail.outbox == []


@pytest.mark.parametrize("argumen", [["--pada", "besok"], ["--pada", "2024-13-01"]])
def test_salah_pakai(argumen, capsys):
    with pytest.raises(SystemExit) as keluar:
        main(["pengingat", *argumen])
    assert keluar.value.code == 2
    assert "bukan tanggal" in capsys.readouterr().err


def test_kantor_yang_tidak_dikenal(db, capsys):
    assert main(["pengingat", "--whatsapp", "entah"]) == 1
    assert "entah" in capsys.readouterr().err


def test_tiga_puluh_sembilan_target_kantor_contoh():
    baris = CONTOH.read_text(encoding="utf-8").splitlines()[1:]
    divisi = [b.split(",")[0] for b in baris]
    assert len(baris) == 39
    assert sorted(divisi.count(d) for d in set(divisi)) == [3, 9, 10, 17]


def test_usulan_pelapor_dari_yang_pernah_melapor(dunia):
    make_target(dunia)
    assert suggest_pelapor(dunia.satker, 2023) == {dunia.indikator.pk: (dunia.satker.pk,)}
    lain = Satker.objects.create(kunci="lapas-x", jenis="lapas")
    lain.riwayat.create(
        nama="X", nama_singkat="X", induk=dunia.satker, berlaku_dari=dunia.riwayat.berlaku_dari
    )
    make_realisasi(dunia, satker=lain, tahun=2022)
    assert suggest_pelapor(dunia.satker, 2023) == {dunia.indikator.pk: (lain.pk,)}
    assert suggest_pelapor(dunia.satker, 2024) == {}
