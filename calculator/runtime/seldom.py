"""What happens seldom, so that no list of questions can be relied on to meet it: full caches, large numbers, a collection."""

import functools
import gc


@functools.lru_cache(maxsize=2)
def remembered(*values: int, **named: int) -> int:
    return sum(values) + sum(named.values())


for value in range(5):
    remembered(value)
    remembered(value, value)
    remembered(value, other=value)
remembered.cache_clear()

large = 10**40
assert str(large * large // 7 % 10**19) and divmod(large, 3) and -large < 0 and large == int(str(large))
dict_of_many = {str(number): number for number in range(5000)}
for number in range(0, 5000, 2):
    del dict_of_many[str(number)]
lists = [list(range(number)) for number in range(300)]
sorted(lists, key=len, reverse=True)
text = "é" * 70000 + "🦺"
assert text.encode()[:2].decode() == "é" and text.casefold() and text.replace("é", "") == "🦺"
cycle: list = []
cycle.append(cycle)
del cycle, lists, dict_of_many, text
gc.collect()
