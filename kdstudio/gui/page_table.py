"""The names of the pages and where each is made; known without loading Qt."""

from __future__ import annotations

PAGES = {
    "home": "home:HomePage",
    "task": "task:TaskPage",
    "teacher": "teacher:TeacherPage",
    "examples": "examples:ExamplesPage",
    "data": "data:DataPage",
    "models": "models:ModelsPage",
    "plan": "plan:PlanPage",
    "run": "run:RunPage",
    "results": "results:ResultsPage",
    "export": "export:ExportPage",
    "runs": "runs:RunsPage",
    "settings": "settings_page:SettingsPage",
}
