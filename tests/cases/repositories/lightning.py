"""Lightning-like: base module with hooks, a subclass with training_step."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class BaseModule(nn.Module):
    def __init__(self):
        super().__init__()
        self.logged = {}

    def log(self, name, value):
        self.logged[name] = float(value)

    def training_step(self, batch, batch_idx):
        raise NotImplementedError

    def shared_step(self, batch):
        x, y = batch
        y_hat = self(x)
        return self.criterion(y_hat, y), y_hat


class Trainer:
    def __init__(self, max_epochs=1):
        self.max_epochs = max_epochs

    def fit(self, model, loader):
        for _ in range(self.max_epochs):
            for i, batch in enumerate(loader):
                loss = model.training_step(batch, i)
                loss.backward()


class LSTMRegressor(BaseModule):
    def __init__(self, n_features=3, hidden_size=4, clip_output=False):
        super().__init__()
        self.lstm = nn.LSTM(n_features, hidden_size, batch_first=True)  #: layer rnn
        self.linear = nn.Linear(hidden_size, 1)
        self.criterion = nn.MSELoss()
        self.clip_output = clip_output

    def forward(self, x):
        lstm_out, _ = self.lstm(x)
        y = self.linear(lstm_out[:, -1])
        return F.relu(y) if self.clip_output else y  #: after rnn if "clip_output"

    def training_step(self, batch, batch_idx):
        loss, _ = self.shared_step(batch)
        self.log("train_loss", loss)
        return loss

    def validation_step(self, batch, batch_idx):
        loss, y_hat = self.shared_step(batch)
        self.log("val_pos", F.relu(y_hat).mean())
        return loss


def main():
    loader = [(torch.rand(2, 3, 3), torch.rand(2, 1))]
    Trainer().fit(LSTMRegressor(clip_output=True), loader)


# drive: main()
# drive: LSTMRegressor()(torch.rand(2, 3, 3))
