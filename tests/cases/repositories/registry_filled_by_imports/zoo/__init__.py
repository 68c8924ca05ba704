"""A registry filled by imports."""

REGISTRY = {}


def register(cls):
    REGISTRY[cls.__name__.lower()] = cls
    return cls


def create(name, /, *args, **kwargs):
    return REGISTRY[name](*args, **kwargs)


from . import blocks, heads  # noqa: E402,F401
