"""A page of syntax that is easily got wrong, for the tests of the tree maker. It means nothing and need not run."""

from __future__ import annotations

PAGE = r'''
@d.e(1)
@(yield_)
async def f(a, /, b: int = 3, *args: "T", c, d=(1, 2), **kw: dict[str, int]) -> (yield_) : return 1
def g(): pass
def g2(x = lambda: 0,  # a: comment
       ): pass
class A: x = {1: 2}
class B(A, *b, metaclass=M, **k): pass
class C((A)): pass
class D(A, metaclass=(M),): pass
x = (1,)
x = 1,
x = ((1, 2))
x = (((1)))
(a)(b).c[d](e)
f(x for x in y)
f (  x for x in y  )
f((x for x in y))
(f)(x for x in y)
a[1,]
a[1 ,
  ]
a[1, 2:3, ...]
a[(1, 2)]
a[:], a[::], a[1:], a[:1:], a[::2], a[(1):(2)], a[1:
 ]
a[b: (c),
]
(a + b) * c - -d ** e ** f
(a ** b) ** c
a and b and (c and d) or e or not f
(a and b) and c
a < b < (c < d) != e is not f not in g
a if b else c if d else e
lambda: (yield)
lambda x, *y, z=1, **k: x
x = [i async for i in (y) if a if b for (k, v) in z]
x = {**a, 'b': 1, **c}
x = {1, *b}; x = {}; x = {k: v for k, v in y}
x = "a" 'b' """c
d"""; y = b'a' b"b"
x = f"a{b!r:>{w}}é{c=}" "d{}" rf'\{e}{{}}' f'{f"{g}"}'
print(f"{a['b']}", *a, **b, k=v)
del a, (b), (c, d), [e]
del (a, b)
for a, in b: pass
for (a, b), *c in *d, e: pass
else: pass
while (x := 1): break
else: continue
with (a): pass
with (a, b): pass
with (a as b, c): pass
with (a, b) as c, d as (e, f): pass
with a as b.c, d as e[1]: pass
if a: pass
elif b: pass
elif c:
    if d: pass
    elif e: pass
else:
    if f: pass
try: pass
except (A, B) as e: raise X from (y)
except C: pass
except: raise
else: pass
finally: assert a, (b, c)
x: int
x: int = 3
x.y: "z" = (1)
x = y = z = (yield)
x += 1,
global_ = 1
def h():
    global a, b
    nonlocal_ = lambda: (yield 1)
    x = yield a, b
    yield from c
    return *a, b
async def i():
    await a.b(c)
    async with a as b: pass
    async for x in y: pass
match x:
    case 1 | -1 | 1+2j | "a" "b" | None | True: pass
    case [a, *_, b] | (c, *d): pass
    case a, b: pass
    case (a): pass
    case a.b.c | A() | A(1, x=2, ) : pass
    case {"k": v, -1: w, a.b: c, **rest}: pass
    case {}: pass
    case [] | () | (1,): pass
    case (1 | 2) as n if n > 1: pass
    case _: pass
match x, *y:
    case _ as z: pass
match = case = 1
case.x = match[1]
import a.b.c as d, e
from . import (a as b, c)
from ...a.b import *
x = 1_000 + 0xFF + 0o17 + 0b11 + 1e5 + 1j + 99999999999999999999 + .5
µ = "é" + µ.ﬁ(x)
é[  'é'  ] (x for x in é)
if 1: x; y; z
x = not-1
x = a[*b]
x = (  # c
    a
    # d
    + b
)
x = """é
""" + y
nested = (((a, b), (c)), [(d)], {(e): (f)})
assert(x, y)
'''
