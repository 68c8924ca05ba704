"""What is computed of numbers and texts that are known: each test holds, so each ReLU is applied."""

import torch
from torch import nn



class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if (
            1 < 2 < 3
            and not 1 < 3 < 2
            and 3 > 2 >= 2
            and 2 <= 2 <= 2
            and not 2 < 2
            and not 2 > 2
            and 1 == 1.0
            and 1 is not True
            and 1 != 2
            and "a" < "b"
        ):
            torch.relu(out)  #: after rnn
        if (
            (1, "a") == (1, "a")
            and (1, "a") != (1, "b")
            and (1, 2) != (1, 2, 3)
            and 1 in [1, 2]
            and 3 not in (1, 2)
            and "b" in "abc"
            and "d" not in "abc"
        ):
            torch.relu(out)  #: after rnn
        if (
            5 // 2 == 2
            and 5 % 3 == 2
            and 6 / 3 == 2
            and 2 - 3 == -1
            and 3 & 1 == 1
            and 2 | 1 == 3
            and 3 ^ 1 == 2
            and -3 < 0
            and +3 == 3
        ):
            torch.relu(out)  #: after rnn
        if (
            "a" + "b" == "ab"
            and "%s-%d" % ("a", 3) == "a-3"
            and "%s" % "a" == "a"
            and "%(a)s" % {"a": 1} == "1"
            and "100%%" % () == "100%"
            and "{}{}".format(1, 2) == "12"
            and "{1}{0}".format(1, 2) == "21"
            and "{a}".format(a=3) == "3"
            and "{:03d}".format(7) == "007"
            and "{:.1f}".format(0.25) == "0.2"
            and f"{3}{'a'}" == "3a"
        ):
            torch.relu(out)  #: after rnn
        if (
            "A".lower() == "a"
            and "a".upper() == "A"
            and " a ".strip() == "a"
            and " a".lstrip() == "a"
            and "a ".rstrip() == "a"
            and "ab c".title() == "Ab C"
            and "ab".capitalize() == "Ab"
            and "A".casefold() == "a"
            and "ab".replace("a", "c") == "cb"
        ):
            torch.relu(out)  #: after rnn
        if (
            "ab".startswith("a")
            and not "ab".startswith("b")
            and "ab".startswith(("b", "a"))
            and "ab".endswith("b")
            and "12".isdigit()
            and not "1a".isdigit()
            and "abc".find("c") == 2
            and "abc"[1] == "b"
            and "abc"[-1] == "c"
            and len("abc") == 3
        ):
            torch.relu(out)  #: after rnn
        if (
            "a,b".split(",")[1] == "b"
            and "a b".split()[0] == "a"
            and "a.b.c".rsplit(".", 1)[0] == "a.b"
            and "a.b".partition(".")[2] == "b"
            and "a.b.c".rpartition(".")[0] == "a.b"
            and "ab".removeprefix("a") == "b"
            and "ab".removesuffix("b") == "a"
            and "-".join(["a", "b"]) == "a-b"
            and "-".join(("a",)) == "a"
        ):
            torch.relu(out)  #: after rnn
        if (
            not ""
            and not 0
            and not None
            and not ()
            and not {}
            and not 0.0
            and 1 and 2
            and not (1 and 0)
            and (0 or 3) == 3
            and (1 and 3) == 3
            and (1 if True else 2) == 1
            and (1 if "" else 2) == 2
            and (n := 4) == 4
        ):
            torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
