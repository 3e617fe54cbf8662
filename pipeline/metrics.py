"""What does Prometheus see? The state of the work, read from the database whenever it asks.

All of it comes by one exporter: workers come and go, the database stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from prometheus_client import start_http_server
from prometheus_client.core import CollectorRegistry, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from models import Database, DatabaseError
from pipeline.progress import read_progress


class MetricsError(RuntimeError):
    """Prometheus can't be answered; the message is one line that says what to do."""


class _Exporter(Collector):
    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("callgrade_database_up", "1 when the database answers")
        try:
            found = read_progress(self._database, datetime.now(UTC))
        except DatabaseError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        recordings = GaugeMetricFamily("callgrade_recordings", "Recordings by state", labels=["state"])
        for state, count in found.states.items():
            recordings.add_metric([state], count)
        yield recordings
        failures = GaugeMetricFamily("callgrade_failed_recordings", "Failed recordings by reason", labels=["reason"])
        for reason, count in found.failures.items():
            failures.add_metric([reason], count)
        yield failures
        yield _gauge("callgrade_queue_age_seconds", "Age of the recording that waits longest", found.oldest_seconds)
        yield _gauge("callgrade_done_last_hour", "Recordings done in the last hour", found.done_last_hour)
        yield _gauge(
            "callgrade_real_time_factor",
            "Seconds of work for a second of audio, over the last hour",
            found.real_time_factor,
        )
        yield _gauge("callgrade_clear_seconds", "Seconds until the backlog is done at this rate", found.clear_seconds)
        yield _gauge("callgrade_audio_seconds_last_hour", "Seconds of audio heard in it", found.audio_seconds)
        yield _gauge("callgrade_words_last_hour", "Words heard in it", found.words)
        yield _gauge("callgrade_dropped_last_hour", "Stretches of text dropped as invented in it", found.dropped)
        yield _gauge("callgrade_workers", "Workers that have something begun", len(found.workers))


def _gauge(name: str, what: str, value: float | None) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, what)
    if value is not None:
        family.add_metric([], value)
    return family


def serve_metrics(port: int, database: Database, host: str = "127.0.0.1") -> None:
    """Answer Prometheus at http://HOST:PORT/metrics in a thread of its own; raises MetricsError."""
    registry = CollectorRegistry()
    registry.register(_Exporter(database))
    try:
        start_http_server(port, host, registry)
    except OSError as error:
        raise MetricsError(f"cannot listen on {host}:{port}: {error.strerror}: choose another --port") from error
