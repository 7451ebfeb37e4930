"""Part III, synchronisation: what it costs many chips to keep step, and what a plan saves.

The small compiler is four files that meet only in the task graph:

    taskgraph  <-  schedule   places every task on its unit, to the cycle
               <-  checker    proves a placement, and owes the scheduler nothing
               <-  dynamic    runs the same graph with queues and random service
"""
