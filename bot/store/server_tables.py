"""The tables on a PostgreSQL server, how they grew, and the statements that work on them.

Words of a person are kept as bytes: a server's text takes no null character. Ids and times sort
by their bytes (COLLATE "C"), as they do in every other store.
"""

# ruff: noqa: S608 - all that is put into a statement is constants of this package

from __future__ import annotations

from bot.store.protocol import TABLES

VERSION_TABLE = "afterword"
"""Its one number says which version the tables have; a schema with others is not ours."""

LOCK = 0x41667764
"""The number of the lock that a process holds while it brings the tables to a newer version."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"CREATE TABLE {VERSION_TABLE} (number integer)",
        f"INSERT INTO {VERSION_TABLE} VALUES (0)",
        """CREATE TABLE person (
            id text COLLATE "C" PRIMARY KEY,
            mark text COLLATE "C" NOT NULL UNIQUE
        )""",
        """CREATE TABLE erased (mark text COLLATE "C" PRIMARY KEY)""",
        # `newest` is written with every entry: it is what a late answer is compared with, and
        # its row is the lock under which the entries of one talk are written. The room left on
        # its pages lets the server write it anew in place, without touching an index.
        """CREATE TABLE conversation (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text COLLATE "C" NOT NULL UNIQUE,
            person text COLLATE "C" NOT NULL,
            dialog text NOT NULL,
            started text COLLATE "C" NOT NULL,
            ended text,
            newest integer NOT NULL DEFAULT 0
        ) WITH (fillfactor = 70)""",
        "CREATE INDEX conversation_of_person ON conversation (person)",
        """CREATE TABLE entry (
            talk bigint NOT NULL,
            seq integer NOT NULL,
            at text COLLATE "C" NOT NULL,
            message text COLLATE "C",
            payload bytea NOT NULL,
            PRIMARY KEY (talk, seq)
        )""",
        """CREATE UNIQUE INDEX entry_message ON entry (talk, message)
            WHERE message IS NOT NULL""",
        """CREATE TABLE fact (
            person text COLLATE "C" NOT NULL,
            name text COLLATE "C" NOT NULL,
            value bytea NOT NULL,
            at text COLLATE "C" NOT NULL,
            PRIMARY KEY (person, name)
        )""",
        """CREATE TABLE note (
            person text COLLATE "C" NOT NULL,
            key text COLLATE "C" NOT NULL,
            title bytea NOT NULL,
            text bytea NOT NULL,
            at text COLLATE "C" NOT NULL,
            PRIMARY KEY (person, key)
        )""",
        """CREATE TABLE reminder (
            person text COLLATE "C" NOT NULL,
            key text COLLATE "C" NOT NULL,
            due text COLLATE "C" NOT NULL,
            dialog text NOT NULL,
            held text COLLATE "C",
            PRIMARY KEY (person, key)
        )""",
        "CREATE INDEX reminder_due ON reminder (due)",
    ),
    (
        f"ALTER TABLE {VERSION_TABLE} ADD COLUMN locked boolean NOT NULL DEFAULT false",
        """CREATE TABLE watermark (
            name text COLLATE "C" PRIMARY KEY,
            message bigint NOT NULL
        )""",
    ),
)
"""The statements that lead to each version; they run together, or not at all."""

STANDING = f"""
    SELECT to_regclass('{VERSION_TABLE}') IS NOT NULL,
        EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema())"""
LOCKED = f"SELECT locked FROM {VERSION_TABLE}"
NOW_LOCKED = f"UPDATE {VERSION_TABLE} SET locked = %s"
ANYBODY = "SELECT EXISTS (SELECT FROM person)"
VERSION = f"SELECT number FROM {VERSION_TABLE}"
NOW_AT = f"UPDATE {VERSION_TABLE} SET number = %s"

# The row of a person is written, not only looked for: whoever erases them then waits for this
# statement, or this statement for them, and nothing is left behind without a mark.
_OWNER = """
    WITH owner AS (
        INSERT INTO person (id, mark) VALUES (%(person)s, %(mark)s)
        ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING id, mark
    ) """
# Words that were locked with a key are kept only while their person has the mark of that key.
_THEIRS = "WHERE %(must)s::text IS NULL OR mark = %(must)s"
OPEN = (
    _OWNER
    + """INSERT INTO conversation (id, person, dialog, started)
    SELECT %(talk)s, id, %(dialog)s, %(at)s FROM owner """
    + _THEIRS
    + " ON CONFLICT (id) DO NOTHING"
)
KEEP_FACT = (
    _OWNER
    + """INSERT INTO fact (person, name, value, at)
    SELECT id, %(name)s, %(value)b, %(at)s FROM owner """
    + _THEIRS
    + """ ON CONFLICT (person, name) DO UPDATE SET value = excluded.value, at = excluded.at"""
)
PUT_NOTE = (
    _OWNER
    + """INSERT INTO note (person, key, title, text, at)
    SELECT id, %(key)s, %(title)b, %(text)b, %(at)s FROM owner """
    + _THEIRS
    + """ ON CONFLICT (person, key) DO UPDATE
    SET title = excluded.title, text = excluded.text, at = excluded.at"""
)
PUT_REMINDER = (
    _OWNER
    + """INSERT INTO reminder (person, key, due, dialog)
    SELECT id, %(key)s, %(due)s, %(dialog)s FROM owner """
    + _THEIRS
    + """ ON CONFLICT (person, key) DO UPDATE
    SET due = excluded.due, dialog = excluded.dialog, held = NULL"""
)

APPEND_ONE = """
    WITH talk AS (
        UPDATE conversation SET newest = %(seq)s
        WHERE id = %(talk)s AND newest = %(after)s RETURNING number
    )
    INSERT INTO entry (talk, seq, at, message, payload)
    SELECT number, %(seq)s, %(at)s, %(message)s, %(payload)b FROM talk"""
APPEND = """
    WITH talk AS (
        UPDATE conversation SET newest = %(newest)s
        WHERE id = %(talk)s AND newest = %(after)s RETURNING number
    )
    INSERT INTO entry (talk, seq, at, message, payload)
    SELECT number, new.* FROM talk,
        unnest(%(seqs)s::int[], %(ats)s::text[], %(messages)s::text[], %(payloads)s::bytea[]) AS new"""
_OF_MARK = """
        WHERE id = %(talk)s AND newest = %(after)s
            AND EXISTS (SELECT FROM person WHERE id = conversation.person AND mark = %(must)s)"""
_OF_ANYBODY = "\n        WHERE id = %(talk)s AND newest = %(after)s"
APPEND_ONE_LOCKED = APPEND_ONE.replace(_OF_ANYBODY, _OF_MARK)
APPEND_LOCKED = APPEND.replace(_OF_ANYBODY, _OF_MARK)
WHOSE = "SELECT person FROM conversation WHERE id = %s"
MARK_OF_TALK = """
    SELECT mark FROM conversation JOIN person ON person.id = conversation.person
    WHERE conversation.id = %s"""
MARK = "SELECT mark FROM person WHERE id = %s"
END = "UPDATE conversation SET ended = coalesce(ended, %s) WHERE id = %s"
DROP = {
    "fact": "DELETE FROM fact WHERE person = %s AND name = %s",
    "note": "DELETE FROM note WHERE person = %s AND key = %s",
    "reminder": "DELETE FROM reminder WHERE person = %s AND key = %s",
}
STANDS = "SELECT number, newest FROM conversation WHERE id = %s"
KNOWN_MESSAGE = "SELECT 1 FROM entry WHERE talk = %s AND message = ANY(%s)"

HOLD = """
    SELECT talk.id, number, newest, talk.person, mark FROM conversation AS talk
    JOIN person ON person.id = talk.person
    WHERE talk.id = ANY(%s) ORDER BY number FOR UPDATE OF talk"""
KNOWN_MESSAGES = "SELECT talk, message FROM entry WHERE talk = ANY(%s) AND message = ANY(%s)"
MOVE = """
    UPDATE conversation SET newest = new.newest
    FROM unnest(%s::bigint[], %s::int[]) AS new (number, newest)
    WHERE conversation.number = new.number"""
INSERT = """
    INSERT INTO entry (talk, seq, at, message, payload)
    SELECT * FROM unnest(%s::bigint[], %s::int[], %s::text[], %s::text[], %s::bytea[])"""

OVERWRITE = """
    UPDATE entry SET at = %s, message = %s, payload = %b
    WHERE talk = (SELECT number FROM conversation WHERE id = %s) AND seq = %s"""
ROWS = """
    SELECT seq, at, message, payload FROM conversation JOIN entry ON talk = number
    WHERE id = %s ORDER BY seq"""
OF_PERSON = """
    SELECT id, person, dialog, started, coalesce(
        (SELECT at FROM entry WHERE talk = number AND seq = newest), started
    ) AS touched, ended
    FROM conversation WHERE person = %s ORDER BY touched DESC, number DESC"""

# A reminder that another process is just taking is passed over, not waited for.
CLAIM = """
    UPDATE reminder SET held = %(until)s WHERE (person, key) IN (
        SELECT person, key FROM reminder
        WHERE due <= %(now)s AND (held IS NULL OR held <= %(now)s)
        FOR UPDATE SKIP LOCKED)
    RETURNING person, key, due, dialog"""

MESSAGES = """
    SELECT message FROM conversation JOIN entry ON talk = number
    WHERE person = %s AND message IS NOT NULL"""
HEARD_UNTIL = "SELECT message FROM watermark WHERE name = %s"
HEARD = """
    INSERT INTO watermark VALUES (%s, %s)
    ON CONFLICT (name) DO UPDATE SET message = greatest(watermark.message, excluded.message)"""
OVERDUE = """
    SELECT id FROM person AS one WHERE NOT EXISTS (
        SELECT FROM conversation WHERE person = one.id AND (started >= %(before)s OR EXISTS (
            SELECT FROM entry WHERE talk = number AND seq = newest AND at >= %(before)s)))
    AND NOT EXISTS (SELECT FROM reminder WHERE person = one.id AND due >= %(before)s)
    AND NOT EXISTS (SELECT FROM note WHERE person = one.id AND at >= %(before)s)
    AND NOT EXISTS (SELECT FROM fact WHERE person = one.id AND at >= %(before)s)"""

ERASE = (
    # Their own row first: it is what everybody waits for who writes something of theirs.
    """WITH gone AS (DELETE FROM person WHERE id = %s RETURNING mark),
        noted AS (INSERT INTO erased SELECT mark FROM gone ON CONFLICT DO NOTHING)
        SELECT mark FROM gone""",
    "DELETE FROM fact WHERE person = %s",
    "DELETE FROM note WHERE person = %s",
    "DELETE FROM reminder WHERE person = %s",
)
# The talks go before their entries: an answer just coming in is waited for, and what it left is seen
# by the next statement; one that comes later finds no talk.
ERASE_TALKS = "DELETE FROM conversation WHERE person = %s RETURNING number"
ERASE_ENTRIES = "DELETE FROM entry WHERE talk = ANY(%s)"
BACK_AGAIN = "SELECT id FROM person JOIN erased USING (mark)"

WORDS: dict[str, tuple[str, ...]] = {
    "entry": ("payload",),
    "fact": ("value",),
    "note": ("title", "text"),
}
"""Which columns are bytes here and text everywhere else."""

READ_ALL = {
    **{table: f"SELECT {', '.join(columns)} FROM {table}" for table, columns in TABLES.items()},
    "conversation": "SELECT id, person, dialog, started, ended FROM conversation ORDER BY number",
    "entry": """SELECT id, seq, at, message, payload
        FROM conversation JOIN entry ON talk = number ORDER BY number, seq""",
}
WRITE_ALL = {
    **{
        table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        for table, columns in TABLES.items()
    },
    # What was heard once stays heard, whatever an older copy knows.
    "watermark": HEARD,
    "entry": """INSERT INTO entry (talk, seq, at, message, payload)
        SELECT number, %s, %s, %s, %s FROM conversation WHERE id = %s""",
}
COUNT_ON = """
    UPDATE conversation SET newest = found.seq
    FROM (SELECT talk, max(seq) AS seq FROM entry GROUP BY talk) AS found WHERE talk = number"""
