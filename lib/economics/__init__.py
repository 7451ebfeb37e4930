"""Part II, KV-cache economics: what a token costs, and what decides it."""
