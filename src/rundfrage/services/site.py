"""The site of a survey: the address at which respondents find it."""

from __future__ import annotations

import ipaddress

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.respond.settings import origin_of
from rundfrage.services.survey import Survey

_SIX = 6


def site_of(survey: Survey) -> str:
    """The origin that links lead to; raises a Problem if the settings name none."""
    origin = survey.settings.door.origin
    if not origin:
        raise Problem(
            "origin-needed",
            found=message("Nothing says where respondents find the survey."),
            expected=message("its address, which links and codes lead to."),
            mend=message("Name that address as the origin."),
        )
    return origin_of(origin)


def origin_at(host: str, port: int) -> str:
    """Where respondents find a survey of which only the address is known that is listened at.

    Empty on this machine alone. Raises a Problem if that address stands for several.
    """
    try:
        place = ipaddress.ip_address(host)
    except ValueError:
        return "" if host == "localhost" else origin_of(f"http://{host}:{port}")
    if place.is_loopback:
        return ""
    if place.is_unspecified:
        raise Problem(
            "origin-needed",
            found=message("{host} stands for all addresses of this machine.", host=host),
            expected=message("the one address at which respondents find the survey."),
            mend=message("Name that address as the origin."),
        )
    name = f"[{host}]" if place.version == _SIX else host
    return origin_of(f"http://{name}:{port}")
