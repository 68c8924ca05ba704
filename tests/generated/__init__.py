"""Random programs that PyTorch judges: ``programs`` is what they are, ``grammar`` how they are made, ``truth`` what they show."""
