"""Live charts. Everything here that draws needs pyqtgraph, so it is imported when the first chart is shown."""
