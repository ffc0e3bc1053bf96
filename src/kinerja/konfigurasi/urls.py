"""The one URL table; each door keeps its own."""

urlpatterns: list[object] = []
