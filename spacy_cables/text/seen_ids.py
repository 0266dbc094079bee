"""Which cable_ids have been read, to find those that come twice."""

from __future__ import annotations

from pathlib import Path

from ..errors import CableError, Errors


class SeenIds:
    """Remembers each cable_id and where it was read. Cables without an id are not compared."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}

    def earlier(self, cable_id: str, place: str | Path) -> str | None:
        """Remember a cable.

        cable_id (str): Its id.
        place (str | Path): Its file, or where else it is from.
        RETURNS (str | None): The place of an earlier cable with this id, None if there is none.
        """
        if not cable_id:
            return None
        first = self._places.get(cable_id)
        if first is None:
            self._places[cable_id] = str(place)
        return first

    def refuse(self, cable_id: str, place: str | Path) -> None:
        """Remember a cable, and refuse it if its id has been seen.

        cable_id (str): Its id.
        place (str | Path): Its file, or where else it is from.
        RAISES (CableError): CE016 for an id that comes twice.
        """
        first = self.earlier(cable_id, place)
        if first is not None:
            raise CableError(Errors.CE016.format(cable_id=cable_id, first=first, second=place))
