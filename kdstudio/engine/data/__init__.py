"""Reading examples: layouts, tables, splits, the health report and the decoded cache."""
