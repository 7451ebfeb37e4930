"""Part I, space for time: what a chip's memory, bandwidth and arithmetic allow."""
