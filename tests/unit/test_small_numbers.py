"""From what is published of people no number under five can be worked out, whatever is put together."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.schema import FEW, LEFT_OUT
from generator.model.small_numbers import Told, leaks, protected, told

TABLES = st.lists(st.integers(0, 14), min_size=1, max_size=5)


def possible(total: int, shown: list[Told]) -> list[tuple[int, ...]]:
    """Return every table that somebody may think of who knows the total, what is shown, and how this site leaves out."""
    ranges = {FEW: range(5), LEFT_OUT: range(5, total + 1)}
    hidden = [ranges[one] for one in shown if not isinstance(one, int)]
    rest = total - sum(one for one in shown if isinstance(one, int))
    return [numbers for numbers in product(*hidden) if sum(numbers) == rest]


@given(TABLES)
@settings(max_examples=300, deadline=None)
def test_of_a_small_number_nothing_is_known_but_that_it_is_small(numbers: list[int]):
    parts = {str(at): number for at, number in enumerate(numbers)}
    found = protected(parts)
    total = sum(numbers)
    if found is None or total < 5:
        assert found is None or set(found.values()) == {FEW}
        return
    shown = list(found.values())
    assert not leaks(total, shown)
    small = [at for at, one in enumerate(one for one in shown if not isinstance(one, int)) if one == FEW]
    could_be = possible(total, shown)
    for at in small:
        assert {numbers[at] for numbers in could_be} == set(range(5))
    # Neither can the hidden numbers together, or some of them, be known to be fewer than five.
    hidden = len(could_be[0]) if could_be else 0
    for some in product([False, True], repeat=hidden):
        sums = {sum(number for number, wanted in zip(one, some, strict=True) if wanted) for one in could_be}
        assert not any(some) or max(sums) >= 5 or len(sums) > 1


@given(TABLES)
def test_what_is_shown_is_so_and_everything_has_a_place(numbers: list[int]):
    parts = {str(at): number for at, number in enumerate(numbers)}
    found = protected(parts)
    for name, one in (found or {}).items():
        assert one == parts[name] if isinstance(one, int) else (parts[name] < 5) == (one == FEW)


@given(st.integers(5, 60), st.lists(st.one_of(st.integers(5, 12), st.sampled_from([FEW, LEFT_OUT])), max_size=4))
@settings(max_examples=300, deadline=None)
def test_what_a_person_wrote_is_refused_where_something_small_is_certain(total: int, shown: list[Told]):
    could_be = possible(total, shown)
    certain = any(
        len({numbers[at] for numbers in could_be}) == 1 and could_be[0][at] < 5
        for at in range(len(could_be[0]) if could_be else 0)
    )
    assert leaks(total, shown) or not certain


def test_with_a_total_that_is_left_out_a_table_shows_all_or_nothing():
    assert leaks(LEFT_OUT, [7, FEW])
    assert not leaks(LEFT_OUT, [7, 8])
    assert not leaks(FEW, [FEW, FEW])
    assert (told(4), told(5)) == (FEW, 5)
