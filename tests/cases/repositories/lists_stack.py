"""Stack operations: list of layers by hand, alternate RNN types, list pops."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class StackedRNN(nn.Module):
    """DrQA's StackedBRNN."""

    def __init__(self, input_size, hidden_size, num_layers, dropout_rate=0, dropout_output=False,
                 rnn_type=nn.LSTM, concat_layers=False, padding=False):
        super().__init__()
        self.padding, self.dropout_output, self.dropout_rate = padding, dropout_output, dropout_rate
        self.num_layers, self.concat_layers = num_layers, concat_layers
        self.rnns = nn.ModuleList()
        for i in range(num_layers):
            input_size = input_size if i == 0 else 2 * hidden_size
            self.rnns.append(rnn_type(input_size, hidden_size, num_layers=1, bidirectional=True))  #: layer rnn type=torch.nn.LSTM

    def forward(self, x, x_mask):
        x = x.transpose(0, 1)
        outputs = [x]
        for i in range(self.num_layers):
            rnn_input = outputs[-1]
            if self.dropout_rate > 0:
                rnn_input = F.dropout(rnn_input, p=self.dropout_rate, training=self.training)
            rnn_output = self.rnns[i](rnn_input)[0]
            outputs.append(rnn_output)
        if self.concat_layers:
            output = torch.cat(outputs[1:], 2)
        else:
            output = outputs[-1]
        return output.transpose(0, 1).contiguous()


class SeqAttnMatch(nn.Module):
    def __init__(self, input_size, identity=False):
        super().__init__()
        self.linear = None if identity else nn.Linear(input_size, input_size)

    def forward(self, x, y, y_mask):
        if self.linear:
            x_proj = F.relu(self.linear(x.view(-1, x.size(2)))).view(x.size())  #: before rnn
            y_proj = F.relu(self.linear(y.view(-1, y.size(2)))).view(y.size())  #: before rnn
        else:
            x_proj, y_proj = x, y
        scores = x_proj.bmm(y_proj.transpose(2, 1))
        scores.data.masked_fill_(y_mask.unsqueeze(1).expand(scores.size()), -float("inf"))
        return F.softmax(scores, dim=-1).bmm(y)


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(9, 4)
        self.qemb_match = SeqAttnMatch(4)
        self.doc_rnn = StackedRNN(8, 3, 2)
        self.question_rnn = StackedRNN(4, 3, 1, concat_layers=True)
        self.self_attn = nn.Linear(6, 1)

    def forward(self, x1, x1_mask, x2, x2_mask):
        e1, e2 = self.embedding(x1), self.embedding(x2)
        drnn_input = [e1]
        drnn_input.append(self.qemb_match(e1, e2, x2_mask))
        doc = self.doc_rnn(torch.cat(drnn_input, 2), x1_mask)
        q = self.question_rnn(e2, x2_mask)
        w = F.softmax(self.self_attn(q).squeeze(2), dim=-1)
        return doc.bmm(w.unsqueeze(1).bmm(q).transpose(1, 2)).squeeze(2)


# drive: Reader()(torch.zeros(2, 5, dtype=torch.long), torch.zeros(2, 5, dtype=torch.bool), torch.zeros(2, 3, dtype=torch.long), torch.zeros(2, 3, dtype=torch.bool))
