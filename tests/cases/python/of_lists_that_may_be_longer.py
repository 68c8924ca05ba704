"""What is asked of a list, a text or a dict of which a part is only there under a condition, holds under it alone."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, more=False):
        super().__init__()
        self.more = more
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        numbers, names, table = [1, 2], ["a"], {"a": 1}
        if self.more:
            numbers.append(5)
            names.append("b")
            table["b"] = 2
        if sum(numbers) == 8:
            torch.relu(out)  #: after rnn if "sum"
        if len(numbers) == 3:
            torch.relu(out)  #: after rnn if "len"
        if len(numbers) >= 2 and numbers[0] == 1 and numbers[1] == 2:
            torch.relu(out)  #: after rnn
        if len(numbers) < 2 or numbers[0] == 2:
            torch.relu(out)
        if 5 in numbers:
            torch.relu(out)  #: after rnn if "more=True"
        if 1 in numbers and 6 not in numbers:
            torch.relu(out)  #: after rnn
        if "b" in names:
            torch.relu(out)  #: after rnn if "more=True"
        if "b" in table:
            torch.relu(out)  #: after rnn if "more=True"
        if "b" not in table:
            torch.relu(out)  #: after rnn if "more=False"
        if table.get("b", 3) == 3:
            torch.relu(out)  #: after rnn if "more=False"
        if any(number > 4 for number in numbers):
            torch.relu(out)  #: after rnn if "more=True"
        if all(numbers) and numbers and names and table:
            torch.relu(out)  #: after rnn
        if not numbers or not names or not table:
            torch.relu(out)
        for number in numbers:
            if number == 5:
                torch.relu(out)  #: after rnn if "more=True"
            if number == 2:
                torch.relu(out)  #: after rnn
            if number == 3:
                torch.relu(out)
        for number, name in zip(numbers, names):
            if number == 2 and name == "b":
                torch.relu(out)  #: after rnn if "more=True"
            if number == 1 and name == "b":
                torch.relu(out)
        text = "".join(names)
        if text == "ab":
            torch.relu(out)  #: after rnn if "join"
        copied = [*numbers, 7]
        if copied[0] == 1 and 7 in copied:
            torch.relu(out)  #: after rnn
        both = numbers + [9]
        if 9 in both and 5 not in both:
            torch.relu(out)  #: after rnn if "more=False"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
