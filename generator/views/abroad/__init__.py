"""The facts of an activity in other languages: what is known, said truly without translating what a person wrote."""
