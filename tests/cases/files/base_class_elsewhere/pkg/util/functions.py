from torch.nn import functional as F


def clip(x):
    return F.relu(x)  #: after enc
