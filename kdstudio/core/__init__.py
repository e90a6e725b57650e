"""Domain types shared by both stacks. Imports nothing heavier than the serialisation library."""
