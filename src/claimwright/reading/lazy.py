"""An attribute that is computed when it is first read, without the lock that `functools.cached_property` takes."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - stands where property would
    """The value that a method returns, kept in the object."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "lazy[T]": ...

    @overload
    def __get__(self, owner: object, kind: type) -> T: ...

    def __get__(self, owner: object | None, kind: type) -> "lazy[T] | T":
        """Compute the value; from then on the object holds it under the same name, and this is asked no more."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value
