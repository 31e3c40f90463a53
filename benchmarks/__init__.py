"""Benchmarks: speeds as ratios within one run, never as tests."""
