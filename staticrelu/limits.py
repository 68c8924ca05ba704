"""Every budget, with its name and its reason. Spending one gives an entry in the report, never a hang nor a guess."""

from __future__ import annotations

MAX_FILE_BYTES = 5_000_000
"""Larger files are generated data, not programs: libcst would need seconds and gigabytes for them."""

MAX_NOTEBOOK_BYTES = 100_000_000
"""Notebooks hold their outputs, which are only skipped over; their program is bounded as a file is."""

MAX_LEVELS = 1_200
"""Levels of a file's syntax, from the module to its innermost name: every operator of a chain, every ``elif``, every
attribute or call of a method chain is one. libcst's parser does not guard its stack, and takes time with the square of
the length of a chain. With a stack of 8 MB it crashes somewhere above 3,000 levels; for these, 4 MB were enough."""

MAX_NESTING = 200
"""Brackets within brackets in a text that only libcst can parse. CPython stops at 200 by itself."""

MAX_PATTERN_NESTING = 7
"""Brackets within brackets in a ``case``. libcst needs four times as long for each further mapping; 0.02 s for 7."""

RECURSION_LIMIT = 10_000
"""Python's recursion limit while something walks a tree: a few frames for each of ``MAX_LEVELS`` levels."""

MAX_GUARD_NODES = 40
"""Nodes of one guard's decision diagram. Readers understand conditions of a handful of tests; hundreds only cost time."""

MAX_ASSUMED_NODES = 120
"""The same for what is assumed of the tests of one guard: it only decides, and is never shown."""

MAX_ASSUMED_CLAUSES = 40
"""Checks that are looked at for one guard; a model with hundreds of them decides few facts by more than a handful."""

MAX_IGNORE_WILDCARDS = 4
"""Stars in one gitignore pattern. Matching takes time to the power of their number, and the patterns are foreign input."""

MAX_TOLD_ARGUMENTS = 40
"""Characters of the arguments of a call in a condition that is shown."""

MAX_CONDITION_ATOMS = 8
"""Tests in a condition that is shown; beyond them a reader is told that there are further conditions."""

MAX_MODEL_WORK = 100_000
"""Statements and expressions interpreted for one class of layers; some five seconds. A budget of work and not of time, so
that a report does not depend on the machine. What is cut off is said, and never costs the rest of the scan."""

MAX_DRIVER_WORK = 8_000
"""The same for what is no layer itself: scripts, functions and plain classes, of which most are training and tests, and
whose models are analysed by themselves."""

MAX_GUARD_SPACE = 400_000
"""Nodes of all decision diagrams of one model; some hundred megabytes."""

MAX_MODEL_SECONDS = 20.0
"""Time for one model, in case that the budgets of work do not hold what they promise. It is processor time, which does not
run while other programs do, and what it cuts off is said; later runs repeat what the first one said."""

MAX_HELD_TREES = 500
"""Trees that one process holds when it begins with a model; some 400 megabytes."""

MAX_GRAPH_NODES = 100_000
"""Nodes of one model's graph."""

MAX_CASES = 12
"""Different things that one value may be and that are told apart; registries of layers rarely hold more."""

MAX_VALUE_DEPTH = 6
"""Levels of containers in which tensors are looked for when a whole container is handed to a call."""

MAX_ELEMENTS = 400
"""Elements of one list, and rounds of one loop, that are told apart; more are treated as a group that repeats."""

MAX_NUMBERED_ROUNDS = 40
"""Rounds that a loop over numbers runs apart, if values flow in it: layers are so many, steps of time are more."""

MAX_UNREAD_ROUNDS = 3
"""The same if the loop does not read its number: its rounds differ only by what they leave to the next one."""

MAX_OPEN_GROUPS = 4
"""Groups of open count in one list of numbers that a loop tells apart. Calendars are made of such groups, layers are not."""

MAX_CALL_DEPTH = 40
"""Calls inside calls. Deep models nest some fifteen calls; what goes deeper is recursion."""

MAX_RECURSION = 5
"""Activations of one function inside each other, for instance a tree of blocks that builds itself."""

MAX_ALIKE_RECURSION = 2
"""The same where no argument tells the calls apart but tensors: over data, whose shape is open, each level is like the last.
The innermost call gives what ends the recursion, the next one passes that on, and the outermost is given what was passed on."""

MAX_IDLE_RECURSION = 1
"""The same where no tensor is among the arguments: what is read of a configuration need not be fed back."""

MAX_ENTRIES = 24
"""Methods through which one class is entered. A class with more public methods is no model but a toolbox."""

MAX_PARTS = 1_000
"""Parts of a model that are shown; whoever has more will look at a part of it."""

MAX_PART_DEPTH = 24
"""Levels of parts inside parts that are shown."""

MAX_STEP_TEXT = 200
"""Characters of source text shown for one step."""

STACK_BYTES = 512 * 1024 * 1024
"""Stack of the thread that analyses: address space that is used only as deep as foreign code nests."""

MAX_HANDED_ON = 4
"""Further rounds of a loop that are run because the one before changed what none had changed: a state that is handed from one
name to the next comes as far. Windows of more names are lists."""

MAX_INERT_WORK = 800
"""Statements and expressions of a call that can touch no flow, without those of the calls in it: enough for a
configuration, not for a data set."""

MAX_INERT_TOTAL = 4_000
"""The same with those of all calls in it: a recursion over open data would else take its share at every level."""

MAX_IDLE_WORK = 8_000
"""Statements and expressions that an entry beside the main one may go on for without any tensor: what a whole script may cost. In
transformers 5.24 what saves a model does so for up to 60,000; of all its other entries none did for more than 4,141."""

MAX_HANDED_DEPTH = 3
"""Parts of parts that a constructor is handed and that only annotations tell of: a tree's node may be handed a node."""

MAX_OPEN_DEPTH = 6
"""Steps into something open that are told apart: a recursion over open data comes to rest, and no configuration nests deeper."""

MAX_PLAIN_CHOICES = 4
"""Numbers and texts that an open index tells apart: names of layers come in twos and threes, vocabularies do not."""

MAX_ALIKE_DEPTH = 300
"""Levels of values in values down to which calls are compared: a number that is computed from itself nests with each step."""

MAX_GLOBALS = 60
"""Names of a module that are told apart where it is asked for all of them. Modules that serve as a table are small."""

MAX_REGISTERING_FILES = 60
"""Files that are read for the definitions that they register by a decorator. A larger registry stays unresolved."""

MAX_RECORDED = 60
"""Classes derived from one that keeps a record of them (``__init_subclass__``) that are run for it, of one module."""

MAX_TABLE_NAMES = 150
"""Names in one table that is followed from what it names to whoever reads it. A larger one is an index of all there is, as
of the models of a library: what looks something up in it may mean any of them."""

MAX_NAME_DISTANCE = 4
"""Names through which a layer is looked for by who may build it: a registry, what looks it up, what calls that, and so on.
At each layer the count begins anew. In a library of a thousand models everything names everything in the end."""

MAX_UNTOLD = 1_000
"""Files around the named ones that are read without a word where nothing but the working directory marks the project."""

MAX_TEXT = 10_000
"""Characters of a string that is computed: names are short, and a program that doubles a string has no end."""

MAX_SYMBOL_TEXT = 120
"""Characters that name an open thing to a reader; what is computed from it would make the text grow without end."""

MAX_BOXES = 250
"""Boxes of one picture; nobody reads more, and the layout takes long."""

MAX_SEARCH_NESTING = 50
"""Levels of groups in a pattern that searches for names: each may take a frame of whoever compiles it."""
