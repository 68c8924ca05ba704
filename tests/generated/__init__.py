"""Random programs that PyTorch judges.

``programs`` says what a program is and how it is driven, ``writer`` writes its text, ``truth`` runs it and compares. The
grammar: ``tables`` holds what is registered for what, ``expressions``, ``statements`` and ``callables`` the productions,
``classes`` puts them into classes and files, ``grammar`` into whole programs.
"""
