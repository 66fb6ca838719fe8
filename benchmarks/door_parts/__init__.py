"""Parts of benchmarks/door.py: its servers and its clients."""
