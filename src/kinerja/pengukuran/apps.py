from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "kinerja.pengukuran"
