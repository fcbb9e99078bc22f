"""Views to pages: templates, rendering, stamping, the shell, the policy, and how it looks."""
