"""Examples from a teacher LLM: a chat with it, every answer of which is kept, and what is made of the answers."""
