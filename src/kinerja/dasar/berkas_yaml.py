"""YAML by libyaml, five times as quick as by Python; by Python where PyYAML was built without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

__all__ = ["Pemuat", "read_yaml"]

if TYPE_CHECKING:
    from yaml import SafeLoader as Pemuat
else:
    # Whichever is there, the two differ in nothing but their speed.
    Pemuat = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(isi: str | bytes) -> Any:
    """Plain values from a text; never an object of Python. Raises yaml.YAMLError."""
    return yaml.load(isi, Loader=Pemuat)
