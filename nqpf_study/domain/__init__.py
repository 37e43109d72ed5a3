"""Values and rules: frozen dataclasses and pure functions, without Qt, SQL, YAML or clock."""
