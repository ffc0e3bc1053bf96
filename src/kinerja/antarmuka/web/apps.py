from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "kinerja.antarmuka.web"
    label = "web"
