from torch.nn import LSTM as Recurrent
