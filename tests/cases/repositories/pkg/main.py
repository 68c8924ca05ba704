import torch

from speech import DeepSpeech


def main(rnn_type="gru", bidirectional=True):
    model = DeepSpeech(rnn_type=rnn_type, bidirectional=bidirectional)
    return model(torch.rand(2, 1, 5, 6), torch.tensor([6, 4]))


# drive: main()
# drive: main("lstm", False)
