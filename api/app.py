"""The web application: JSON interface, pages, static files, and what stands around every answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.middleware.trustedhost import TrustedHostMiddleware

from api import errors
from api.context import open_context
from api.pages import activity, call, calls, funnel, recordings, static, unknown
from api.routes import activity as activity_routes
from api.routes import audio as audio_routes
from api.routes import calls as call_routes
from api.routes import crm as crm_routes
from api.routes import funnel as funnel_routes
from api.routes import health as health_routes
from api.routes import recordings as recording_routes
from api.routes import unknown as unknown_routes
from api.routes import what_if as what_if_routes
from api.security import SecurityHeaders, host_names
from pipeline.settings import Settings
from pipeline.version import __version__

DESCRIPTION = """Reviewed sales calls: what was said, how it was judged by the company's script, and the evidence.

Every claim stands on a quote with its speaker and its seconds. Times are seconds from the start of the call,
probabilities and shares 0–1, scores 0–100. Errors have one shape: a `code` for programs and a `message` for people."""


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings; it opens the database when it starts and closes it when it stops.

    Starting raises DatabaseError when the database can't be used.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        context = await run_in_threadpool(open_context, settings)
        app.state.context = context
        try:
            yield
        finally:
            await run_in_threadpool(context.database.close)

    app = FastAPI(
        title="Callgrade",
        version=__version__,
        description=DESCRIPTION,
        lifespan=lifespan,
        # The documentation pages of FastAPI load their scripts from a foreign server.
        docs_url=None,
        redoc_url=None,
    )
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=host_names(settings.host), www_redirect=False)
    app.add_middleware(SecurityHeaders)
    rooms = (
        call_routes,
        audio_routes,
        recording_routes,
        what_if_routes,
        unknown_routes,
        funnel_routes,
        crm_routes,
        activity_routes,
        health_routes,
        calls,
        call,
        recordings,
        funnel,
        activity,
        unknown,
    )
    for room in rooms:
        app.include_router(room.router)
    app.mount("/static", static.files, name="static")
    errors.register(app)
    return app
