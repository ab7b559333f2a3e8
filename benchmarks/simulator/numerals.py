"""Figures as a sub-editor may put them: written out, or rounded."""

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_SMALL = (*_ONES, *_TEENS)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """A number below a hundred in words. ValueError for others."""
    if not 0 <= number < 100:
        raise ValueError(f"{number} is not below a hundred")
    if number < 20:
        return _SMALL[number]
    tens = _TENS[number // 10 - 2]
    return f"{tens}-{_SMALL[number % 10]}" if number % 10 else tens


def rounded(number: int) -> str:
    """A rounder figure that fits: "about 50" for 49; small ones stay."""
    if number < 20:
        return f"{number:,}"
    step = 10 ** (len(str(number)) - 2) * (5 if number % 10 else 1)
    near = round(number / step) * step
    if near == number:
        return f"{number:,}"
    if abs(near - number) * 20 > number:
        return f"about {number:,}"
    return f"{'nearly' if near > number else 'about' if number - near < step / 4 else 'more than'} {near:,}"
