"""Reckonings of Part II: the KV cache, what a token costs, who is cheaper."""

from lib import tables
from lib.economics.cost import Capacity, capital_per_rate
from lib.hardware import chip
from lib.reckoning import Reckoned, reckons
from lib.transformer import transformer
from lib.units import dollars, significant

LLAMA = transformer("llama2_70b")
LPU, H100 = chip("groq_lpu"), chip("h100_sxm")
DOCUMENT_LPU, DOCUMENT_H100 = chip("groq_document"), chip("h100_document")
