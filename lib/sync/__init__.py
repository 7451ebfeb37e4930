"""Part III, synchronisation: what it costs many chips to keep step, and what a plan saves.

The small compiler is files that meet only in the task graph:

    taskgraph  <-  schedule   places every task on its unit, to the cycle
               <-  checker    proves a placement, and owes the scheduler nothing
               <-  dynamic    runs the same graph with queues and random service

The networks are files that meet only in the wiring:

    wiring     <-  allreduce  the time of an all-reduce, in closed form
               <-  stages     a model on groups of chips that hand it on

``lib.evidence.carried`` moves real numbers over the same wiring and holds the formulas to it.
"""
