import django.db.models.deletion
from django.db import migrations, models

import kinerja.basisdata.angka


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0003_tingkat_lapas"),
        ("perencanaan", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="RencanaAksi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nomor", models.PositiveSmallIntegerField()),
                ("langkah", models.TextField()),
                ("satuan", models.CharField(max_length=60)),
                (
                    "jadwal",
                    models.CharField(
                        choices=[("bulan", "per bulan"), ("triwulan", "per triwulan")], max_length=10
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rencana_aksi",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "penanggung",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rencana_aksi",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rencana_aksi",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "rencana aksi",
                "ordering": ["indikator", "tahun", "nomor"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indikator", "satker", "tahun", "nomor"), name="rencana_aksi_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jadwal__in", ["bulan", "triwulan"])),
                        name="rencana_aksi_jadwal_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nomor__gte", 1), ("tahun__range", (2000, 2100))),
                        name="rencana_aksi_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("langkah", ""), _negated=True), name="rencana_aksi_langkah_terisi"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TahapAksi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.PositiveSmallIntegerField()),
                ("target", kinerja.basisdata.angka.AngkaField()),
                ("realisasi", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                ("catatan", models.TextField(blank=True)),
                (
                    "rencana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tahap",
                        to="perencanaan.rencanaaksi",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "tahap aksi",
                "ordering": ["rencana", "bulan"],
                "constraints": [
                    models.UniqueConstraint(fields=("rencana", "bulan"), name="tahap_aksi_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("bulan__range", (1, 12))), name="tahap_aksi_bulan_1_12"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target__gte", 0),
                            models.Q(("realisasi__isnull", True), ("realisasi__gte", 0), _connector="OR"),
                        ),
                        name="tahap_aksi_tidak_negatif",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tujuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField()),
                ("teks", models.TextField()),
                (
                    "misi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tujuan",
                        to="perencanaan.misi",
                    ),
                ),
                (
                    "renstra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tujuan",
                        to="perencanaan.renstra",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "tujuan",
                "ordering": ["urutan"],
                "constraints": [
                    models.UniqueConstraint(fields=("renstra", "urutan"), name="tujuan_urutan_tunggal"),
                    models.CheckConstraint(
                        condition=models.Q(("teks", ""), _negated=True), name="tujuan_teks_terisi"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="sasaran",
            name="tujuan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sasaran",
                to="perencanaan.tujuan",
            ),
        ),
        migrations.CreateModel(
            name="VersiRencana",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField()),
                ("alasan", models.TextField()),
                ("oleh", models.CharField(max_length=200)),
                ("pada", models.DateTimeField()),
                ("isi", models.JSONField()),
                ("sidik", models.CharField(max_length=64)),
                (
                    "renstra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versi",
                        to="perencanaan.renstra",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versi_rencana",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "versi rencana",
                "ordering": ["renstra", "satker", "-nomor"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("renstra", "satker", "nomor"), name="versi_rencana_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nomor__gte", 1)), name="versi_rencana_dari_satu"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="versi_rencana_beralasan"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KaitanLintas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun_awal", models.PositiveSmallIntegerField()),
                ("tahun_akhir", models.PositiveSmallIntegerField()),
                ("uraian", models.TextField()),
                (
                    "dari",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mendukung",
                        to="perencanaan.sasaran",
                    ),
                ),
                (
                    "ke",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="didukung",
                        to="perencanaan.sasaran",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "kaitan lintas",
                "ordering": ["dari", "ke", "tahun_awal"],
                "constraints": [
                    models.UniqueConstraint(fields=("dari", "ke", "tahun_awal"), name="kaitan_lintas_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("dari", models.F("ke")), _negated=True),
                        name="kaitan_lintas_bukan_diri_sendiri",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun_akhir__gte", models.F("tahun_awal"))),
                        name="kaitan_lintas_tahun_urut",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True), name="kaitan_lintas_uraian_terisi"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LembarIku",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "periode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bulanan", "setiap bulan"),
                            ("triwulanan", "setiap triwulan"),
                            ("semesteran", "setiap semester"),
                            ("tahunan", "setiap tahun"),
                        ],
                        max_length=12,
                    ),
                ),
                ("verifikasi", models.TextField(blank=True)),
                ("keterbatasan", models.TextField(blank=True)),
                (
                    "indikator",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lembar_iku",
                        to="perencanaan.indikator",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "lembar IKU",
                "ordering": ["indikator"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("periode__in", ["", "bulanan", "triwulanan", "semesteran", "tahunan"])
                        ),
                        name="lembar_iku_periode_dikenal",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PenanggungJawab",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jabatan", models.CharField(max_length=200)),
                ("berlaku_dari", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pemilik",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanggung_jawab",
                        to="organisasi.satker",
                    ),
                ),
                (
                    "unit_kerja",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanggung_jawab",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "penanggung jawab",
                "ordering": ["indikator", "satker", "berlaku_dari"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indikator", "satker", "berlaku_dari"), name="penanggung_jawab_sekali_mulai"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("berlaku_sampai__isnull", True),
                            ("berlaku_sampai__gte", models.F("berlaku_dari")),
                            _connector="OR",
                        ),
                        name="penanggung_jawab_urut",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jabatan", ""), _negated=True),
                        name="penanggung_jawab_jabatan_terisi",
                    ),
                ],
            },
        ),
    ]
