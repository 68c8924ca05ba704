"""Child-sum tree recursion over a torch LSTMCell."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Tree:
    def __init__(self, idx, children=()):
        self.idx = idx
        self.children = list(children)
        self.state = None

    def size(self):
        return 1 + sum(c.size() for c in self.children)


def done(idx, d=4):
    tree = Tree(idx)
    tree.state = (torch.zeros(1, d), torch.zeros(1, d))
    return tree


class TreeModel(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.leaf = nn.Linear(3, d)
        self.cell = nn.LSTMCell(3, d)  #: layer cell
        self.d = d

    def forward(self, tree, inputs):
        if tree.state is not None:
            return tree.state
        for child in tree.children:
            self.forward(child, inputs)
        if not tree.children:
            h = F.relu(self.leaf(inputs[tree.idx]))  #: before cell if
            c = torch.zeros_like(h)
        else:
            h = torch.stack([ch.state[0] for ch in tree.children]).sum(0)
            c = torch.stack([ch.state[1] for ch in tree.children]).sum(0)
        tree.state = self.cell(inputs[tree.idx].unsqueeze(0), (h.view(1, -1), c.view(1, -1)))
        return tree.state


class Similarity(nn.Module):
    def __init__(self):
        super().__init__()
        self.tree = TreeModel()
        self.wh = nn.Linear(8, 4)
        self.wp = nn.Linear(4, 2)

    def forward(self, lt, li, rt, ri):
        lc, lh = self.tree(lt, li)
        rc, rh = self.tree(rt, ri)
        vec = torch.cat((lh * rh, torch.abs(lh - rh)), 1)
        return F.log_softmax(self.wp(torch.sigmoid(self.wh(vec))), dim=1)


# drive: Similarity()(Tree(0, [Tree(1), Tree(2)]), torch.rand(3, 3), Tree(0), torch.rand(1, 3))
# drive: Similarity()(Tree(0, [done(1), done(2)]), torch.rand(3, 3), done(0), torch.rand(1, 3))
