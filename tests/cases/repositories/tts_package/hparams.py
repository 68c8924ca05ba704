"""Hyper-parameters as a class with attribute access."""


class HParams(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)


hparams = HParams(dim=4, cbhg_k=2, use_highway=True, postnet_act="relu", rnn="gru")
