"""Until there are accounts, only this machine's own addresses are listened on."""

from __future__ import annotations

import pytest

from api.security import BindError, check_bind, host_names


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.5", "localhost", "::1", "[::1]"])
def test_this_machines_own_addresses_may_be_listened_on(host: str) -> None:
    check_bind(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "[::]", "10.0.0.1", "192.168.1.5", "8.8.8.8", "fe80::1", "localhost.example", "", "127.1"],  # noqa: S104
)
def test_any_other_is_refused_with_what_to_do_instead(host: str) -> None:
    with pytest.raises(BindError, match=r"refusing to listen on .*no accounts yet.*127\.0\.0\.1") as caught:
        check_bind(host)
    assert "\n" not in str(caught.value)


def test_a_server_answers_to_its_own_address_and_the_names_of_this_machine() -> None:
    assert "127.0.0.5" in host_names("127.0.0.5")
    assert {"127.0.0.1", "localhost", "[::1]"} <= set(host_names("::1"))
