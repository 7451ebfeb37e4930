"""What tests of the networks share."""

import pytest


@pytest.fixture
def net(request):
    """A network made for one test."""
    return request.param()
