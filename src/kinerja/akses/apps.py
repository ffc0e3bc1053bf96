from django.apps import AppConfig


class AksesConfig(AppConfig):
    name = "kinerja.akses"
