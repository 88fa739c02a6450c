"""The timeline: layout (pure), figure (pure: table -> Plotly), component (the live chart in Streamlit)."""
