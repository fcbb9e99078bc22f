"""The command line: the verbs and their arguments, `new`'s interview, `serve`. The only printing, exit codes and clock."""
