"""The edge of the case file: pydantic's validator for our dataclasses, built without pydantic's own start-up.

The dataclasses name their readers in `Annotated`. pydantic would build the same schema from them; asking pydantic-core
for it directly takes some 100 ms less, and `check` may take only four times a bare click app (bench/startup.py).
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import core_schema as schemas

from claimwright.case.fields import MOST_ITEMS, Named, Reader


def validator(holder: type, *, swift: bool) -> Callable[[Any], Any]:
    """Reads JSON values into this dataclass; raises pydantic's ValidationError with every fault.

    The swift one takes and refuses the same, and looks at plain texts without a call into Python; its errors name the
    attempts and not the faults.
    """
    return SchemaValidator(_dataclass(holder, swift)).validate_python


def _dataclass(holder: type, swift: bool) -> CoreSchema:
    hints = get_type_hints(holder, include_extras=True)
    given = [_field(one, hints[one.name], swift) for one in fields(holder)]
    return schemas.dataclass_schema(
        holder,
        schemas.dataclass_args_schema(holder.__name__, given),
        [one.name for one in fields(holder)],
        slots=True,
        config=schemas.CoreConfig(extra_fields_behavior="forbid"),
    )


def _field(one: "Field[Any]", hint: Any, swift: bool) -> schemas.DataclassField:
    schema = _schema(hint, swift)
    if one.default is not MISSING:
        schema = schemas.with_default_schema(schema, default=one.default)
    alias = next((mark.key for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Named)), None)
    return schemas.dataclass_field(one.name, schema, validation_alias=alias)


def _schema(hint: Any, swift: bool) -> CoreSchema:
    if get_origin(hint) is Annotated:
        reader = next(mark for mark in hint.__metadata__ if isinstance(mark, Reader))
        closely = schemas.no_info_plain_validator_function(reader.read)
        if not (swift and reader.plain):
            return closely
        plain: CoreSchema = schemas.str_schema(strict=True, pattern=reader.plain)
        if reader.swiftly:
            plain = schemas.chain_schema([plain, schemas.no_info_plain_validator_function(reader.swiftly)])
        return schemas.union_schema([plain, closely], mode="left_to_right")
    if is_dataclass(hint):
        return _dataclass(hint, swift)  # type: ignore[arg-type]  # a type here, never an instance
    inside = get_args(hint)
    if get_origin(hint) is tuple:
        return schemas.tuple_schema([_schema(inside[0], swift)], variadic_item_index=0, max_length=MOST_ITEMS)
    kind = next(one for one in inside if one is not NoneType)
    return schemas.nullable_schema(_schema(kind, swift))
