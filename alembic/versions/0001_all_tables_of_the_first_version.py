"""All tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "library_versions",
        sa.Column("campaign_id", sa.Text(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "version", name=op.f("pk_library_versions")),
    )
    op.create_table(
        "recordings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("reason_code", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.CheckConstraint("(state = 'failed') = (reason_code IS NOT NULL)", name=op.f("ck_recordings_reason")),
        sa.CheckConstraint("state IN ('waiting', 'done', 'failed')", name=op.f("ck_recordings_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recordings")),
        sa.UniqueConstraint("content_hash", name=op.f("uq_recordings_content_hash")),
    )
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recordings_state_id"), ["state", "id"], unique=False)

    op.create_table(
        "calls",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("recording_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("telephony_id", sa.Text(), nullable=True),
        sa.Column("direction", sa.String(length=16), nullable=True),
        sa.Column("agent", sa.Text(), nullable=True),
        sa.Column("client", sa.Text(), nullable=True),
        sa.Column("queue", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("utc_offset_minutes", sa.Integer(), nullable=True),
        sa.Column("duration", sa.Double(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("lanes", sa.Integer(), nullable=True),
        sa.Column("engine", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("model_version", sa.Text(), nullable=True),
        sa.Column("diagnosed", sa.Boolean(), nullable=False),
        sa.Column("audio_path", sa.Text(), nullable=True),
        sa.Column("loudness", sa.JSON(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why_unscored", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["recording_id"], ["recordings.id"], name=op.f("fk_calls_recording_id_recordings"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sa.UniqueConstraint("recording_id", name=op.f("uq_calls_recording_id")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calls_agent_started_at_id"), ["agent", "started_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_calls_client"), ["client"], unique=False)
        batch_op.create_index(batch_op.f("ix_calls_duration_id"), ["duration", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_calls_started_at_id"), ["started_at", "id"], unique=False)

    op.create_table(
        "recording_files",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("recording_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["recording_id"],
            ["recordings.id"],
            name=op.f("fk_recording_files_recording_id_recordings"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_recording_files")),
    )
    with op.batch_alter_table("recording_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recording_files_recording_id"), ["recording_id"], unique=False)

    op.create_table(
        "analyses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("campaign_id", sa.Text(), nullable=False),
        sa.Column("library_version", sa.String(length=64), nullable=False),
        sa.Column("program_version", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("eligible", sa.Boolean(), nullable=False),
        sa.Column("why_not", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("outcome_kind", sa.String(length=16), nullable=False),
        sa.Column("outcome_segment", sa.Integer(), nullable=True),
        sa.Column("outcome_quote", sa.Text(), nullable=True),
        sa.Column("outcome_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome_due_offset_minutes", sa.Integer(), nullable=True),
        sa.Column("talk_share_agent", sa.Double(), nullable=True),
        sa.Column("longest_monologue_agent", sa.Double(), nullable=True),
        sa.Column("longest_monologue_client", sa.Double(), nullable=True),
        sa.Column("interruptions_by_agent", sa.Integer(), nullable=True),
        sa.Column("interruptions_by_client", sa.Integer(), nullable=True),
        sa.Column("silence_share", sa.Double(), nullable=True),
        sa.Column("longest_silence", sa.Double(), nullable=True),
        sa.Column("reaction_time_agent", sa.Double(), nullable=True),
        sa.Column("pace_agent", sa.Double(), nullable=True),
        sa.Column("pace_client", sa.Double(), nullable=True),
        sa.Column("fillers_per_minute_agent", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_analyses_call_id_calls"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["campaign_id", "library_version"],
            ["library_versions.campaign_id", "library_versions.version"],
            name=op.f("fk_analyses_campaign_id_library_version_library_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analyses")),
    )
    with op.batch_alter_table("analyses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_analyses_call_id_id"), ["call_id", "id"], unique=False)
        batch_op.create_index(
            "ix_analyses_current_campaign_id",
            ["campaign_id", "call_id"],
            unique=False,
            sqlite_where=sa.text("current = 1"),
            postgresql_where=sa.text("current"),
        )
        batch_op.create_index(
            "ix_analyses_current_score",
            ["score", "call_id"],
            unique=False,
            sqlite_where=sa.text("current = 1"),
            postgresql_where=sa.text("current"),
        )
        batch_op.create_index(
            "uq_analyses_current_of_a_call",
            ["call_id"],
            unique=True,
            sqlite_where=sa.text("current = 1"),
            postgresql_where=sa.text("current"),
        )

    op.create_table(
        "diagnostics",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Double(), nullable=False),
        sa.Column("end", sa.Double(), nullable=False),
        sa.Column("speaker", sa.String(length=8), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name=op.f("fk_diagnostics_call_id_calls"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", "kind", "position", name=op.f("pk_diagnostics")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "segments",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Double(), nullable=False),
        sa.Column("end", sa.Double(), nullable=False),
        sa.Column("speaker", sa.String(length=8), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_segments_call_id_calls"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", "position", name=op.f("pk_segments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fact_judgements",
        sa.Column("analysis_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=True),
        sa.Column("start", sa.Double(), nullable=True),
        sa.Column("end", sa.Double(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("expected", sa.Text(), nullable=True),
        sa.Column("heard", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["analysis_id"], ["analyses.id"], name=op.f("fk_fact_judgements_analysis_id_analyses"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("analysis_id", "position", name=op.f("pk_fact_judgements")),
    )
    with op.batch_alter_table("fact_judgements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_judgements_fact_id_status"), ["fact_id", "status"], unique=False)

    op.create_table(
        "forbidden_findings",
        sa.Column("analysis_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("forbidden_id", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("start", sa.Double(), nullable=False),
        sa.Column("end", sa.Double(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["analyses.id"],
            name=op.f("fk_forbidden_findings_analysis_id_analyses"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("analysis_id", "position", name=op.f("pk_forbidden_findings")),
    )
    with op.batch_alter_table("forbidden_findings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_forbidden_findings_forbidden_id"), ["forbidden_id"], unique=False)

    op.create_table(
        "objection_findings",
        sa.Column("analysis_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("objection_id", sa.Text(), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("start", sa.Double(), nullable=False),
        sa.Column("end", sa.Double(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("handled", sa.Boolean(), nullable=True),
        sa.Column("handled_segment", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["analyses.id"],
            name=op.f("fk_objection_findings_analysis_id_analyses"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("analysis_id", "position", name=op.f("pk_objection_findings")),
    )
    with op.batch_alter_table("objection_findings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_objection_findings_objection_id"), ["objection_id"], unique=False)

    op.create_table(
        "step_judgements",
        sa.Column("analysis_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=True),
        sa.Column("start", sa.Double(), nullable=True),
        sa.Column("end", sa.Double(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("nearest", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"], ["analyses.id"], name=op.f("fk_step_judgements_analysis_id_analyses"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("analysis_id", "position", name=op.f("pk_step_judgements")),
    )
    with op.batch_alter_table("step_judgements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_judgements_step_id_status"), ["step_id", "status"], unique=False)

    op.create_table(
        "words",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Double(), nullable=False),
        sa.Column("end", sa.Double(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("probability", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id", "segment"],
            ["segments.call_id", "segments.position"],
            name=op.f("fk_words_call_id_segment_segments"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("call_id", "segment", "position", name=op.f("pk_words")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("words")
    with op.batch_alter_table("step_judgements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_step_judgements_step_id_status"))

    op.drop_table("step_judgements")
    with op.batch_alter_table("objection_findings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objection_findings_objection_id"))

    op.drop_table("objection_findings")
    with op.batch_alter_table("forbidden_findings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_forbidden_findings_forbidden_id"))

    op.drop_table("forbidden_findings")
    with op.batch_alter_table("fact_judgements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fact_judgements_fact_id_status"))

    op.drop_table("fact_judgements")
    op.drop_table("segments")
    op.drop_table("diagnostics")
    with op.batch_alter_table("analyses", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_analyses_current_of_a_call", sqlite_where=sa.text("current = 1"), postgresql_where=sa.text("current")
        )
        batch_op.drop_index(
            "ix_analyses_current_score", sqlite_where=sa.text("current = 1"), postgresql_where=sa.text("current")
        )
        batch_op.drop_index(
            "ix_analyses_current_campaign_id", sqlite_where=sa.text("current = 1"), postgresql_where=sa.text("current")
        )
        batch_op.drop_index(batch_op.f("ix_analyses_call_id_id"))

    op.drop_table("analyses")
    with op.batch_alter_table("recording_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recording_files_recording_id"))

    op.drop_table("recording_files")
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calls_started_at_id"))
        batch_op.drop_index(batch_op.f("ix_calls_duration_id"))
        batch_op.drop_index(batch_op.f("ix_calls_client"))
        batch_op.drop_index(batch_op.f("ix_calls_agent_started_at_id"))

    op.drop_table("calls")
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recordings_state_id"))

    op.drop_table("recordings")
    op.drop_table("library_versions")
