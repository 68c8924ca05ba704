"""A registry in the style of mmcv."""


class Registry:
    def __init__(self, name):
        self._name = name
        self._module_dict = {}

    def get(self, key):
        return self._module_dict.get(key, None)

    def register_module(self, name=None):
        def _register(cls):
            key = name or cls.__name__
            if key in self._module_dict:
                raise KeyError(f"{key} is already registered in {self._name}")
            self._module_dict[key] = cls
            return cls
        return _register

    def build(self, cfg):
        args = dict(cfg)
        kind = args.pop("type")
        cls = self.get(kind)
        if cls is None:
            raise KeyError(kind)
        return cls(**args)


MODELS = Registry("models")


def build_model(cfg):
    return MODELS.build(cfg)
