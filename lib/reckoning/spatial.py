"""Reckonings of Part I: the two memories, and how many chips hold the model."""
