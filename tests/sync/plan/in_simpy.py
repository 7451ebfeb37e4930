"""The same run carried out by SimPy: what the package's own loop over events is held against."""

from heapq import heappop, heappush

import numpy as np
import simpy


def in_simpy(graph, times, delay, key=None):
    """When each task starts, as ``lib.sync.plan.schedule.starts`` defines it."""
    env, unit = simpy.Environment(), graph.unit.tolist()
    first, user = (a.tolist() for a in graph.successors)
    missing, start = np.diff(graph.first).tolist(), [None] * graph.tasks
    queues, busy = [[] for _ in graph.units], [False] * len(graph.units)

    def choose(u):
        """Let a free unit choose, once all other events of this instant are past."""
        event = simpy.Event(env)
        event._ok, event._value = True, None
        event.callbacks.append(lambda _: take(u))
        env.schedule(event, priority=2)

    def take(u):
        if not busy[u] and queues[u]:
            t = heappop(queues[u])[1]
            busy[u], start[t] = True, env.now
            env.process(work(t))

    def work(t):
        yield env.timeout(times[t])
        busy[unit[t]] = False
        choose(unit[t])
        if delay[t]:
            yield env.timeout(delay[t])
        for s in user[first[t] : first[t + 1]]:
            missing[s] -= 1
            if not missing[s]:
                join(s)

    def join(t):
        heappush(queues[unit[t]], (env.now if key is None else key[t], t))
        choose(unit[t])

    for t in np.flatnonzero(np.diff(graph.first) == 0).tolist():
        join(t)
    env.run()
    return np.array(start)
