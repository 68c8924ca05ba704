"""QMIX: recurrent agents, hypernetworks fed with the global state only."""
import torch as th
import torch.nn as nn
import torch.nn.functional as F
import torch


class RNNAgent(nn.Module):
    def __init__(self, input_shape, args):
        super(RNNAgent, self).__init__()
        self.args = args
        self.fc1 = nn.Linear(input_shape, args.rnn_hidden_dim)
        self.rnn = nn.GRUCell(args.rnn_hidden_dim, args.rnn_hidden_dim)  #: layer rnn
        self.fc2 = nn.Linear(args.rnn_hidden_dim, args.n_actions)

    def init_hidden(self):
        return self.fc1.weight.new(1, self.args.rnn_hidden_dim).zero_()

    def forward(self, inputs, hidden_state):
        x = F.relu(self.fc1(inputs))  #: before rnn
        h_in = hidden_state.reshape(-1, self.args.rnn_hidden_dim)
        h = self.rnn(x, h_in)
        q = self.fc2(h)
        return q, h


class QMixer(nn.Module):
    def __init__(self, args):
        super(QMixer, self).__init__()
        self.n_agents, self.state_dim, self.embed_dim = args.n_agents, args.state_dim, 4
        self.hyper_w_1 = nn.Sequential(nn.Linear(self.state_dim, 6),
                                       nn.ReLU(),
                                       nn.Linear(6, self.embed_dim * self.n_agents))
        self.hyper_w_final = nn.Sequential(nn.Linear(self.state_dim, 6),
                                           nn.ReLU(),
                                           nn.Linear(6, self.embed_dim))
        self.hyper_b_1 = nn.Linear(self.state_dim, self.embed_dim)
        self.V = nn.Sequential(nn.Linear(self.state_dim, self.embed_dim), nn.ReLU(), nn.Linear(self.embed_dim, 1))

    def forward(self, agent_qs, states):
        bs = agent_qs.size(0)
        states = states.reshape(-1, self.state_dim)
        agent_qs = agent_qs.view(-1, 1, self.n_agents)
        w1 = th.abs(self.hyper_w_1(states)).view(-1, self.n_agents, self.embed_dim)
        b1 = self.hyper_b_1(states).view(-1, 1, self.embed_dim)
        hidden = F.elu(th.bmm(agent_qs, w1) + b1)
        w_final = th.abs(self.hyper_w_final(states)).view(-1, self.embed_dim, 1)
        v = self.V(states).view(-1, 1, 1)
        y = th.bmm(hidden, w_final) + v
        return y.view(bs, -1, 1)


class BasicMAC:
    def __init__(self, args):
        self.n_agents = args.n_agents
        self.agent = RNNAgent(args.obs_dim, args)
        self.hidden_states = None

    def init_hidden(self, batch_size):
        self.hidden_states = self.agent.init_hidden().unsqueeze(0).expand(batch_size, self.n_agents, -1)

    def forward(self, obs):
        agent_outs, self.hidden_states = self.agent(obs, self.hidden_states)
        return agent_outs.view(-1, self.n_agents, agent_outs.size(-1))


class QLearner:
    def __init__(self, mac, args):
        self.mac, self.args = mac, args
        self.mixer = QMixer(args)

    def train(self, obs, states, actions):
        mac_out = []
        self.mac.init_hidden(obs.size(1))
        for t in range(obs.size(0)):
            mac_out.append(self.mac.forward(obs[t].flatten(0, 1)))
        mac_out = th.stack(mac_out, dim=1)
        chosen = th.gather(mac_out, dim=3, index=actions).squeeze(3)
        total = self.mixer(chosen, states)
        td = total - F.relu(states.mean(-1, keepdim=True))
        loss = (td ** 2).mean()
        loss.backward()


class Args:
    rnn_hidden_dim = 4
    n_actions = 3
    n_agents = 2
    state_dim = 5
    obs_dim = 3


def run(T):
    args = Args()
    learner = QLearner(BasicMAC(args), args)
    learner.train(th.rand(T, 2, 2, 3), th.rand(2, T, 5), th.zeros(2, T, 2, 1, dtype=th.long))


# drive: run(1)
# drive: run(2)
