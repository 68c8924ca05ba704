"""A file that is called as a library is; a star import brings what does not begin with an underscore."""

from pack.net import Net

# drive: Net()(torch.zeros(5, 2, 3))
