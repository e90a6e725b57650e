"""Parts of the pages that teach a small model with an LLM."""
