-- Budget lines in pages of some hundreds: a tenth of the room and of the work of a row each. Lines of version 1 stay where they are, in budget_line.
-- Keys are made in the order of time, so the pages of a batch are in the order of the keys of their lines.
CREATE TABLE budget_page (
    batch UUID NOT NULL,
    page_no INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    first_id UUID NOT NULL,
    last_id UUID NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (batch, page_no)
);

CREATE INDEX budget_page_id ON budget_page (first_id);

-- What people corrected in sheets of a layout; the last row of a key counts.
CREATE TABLE sheet_layout (
    id UUID NOT NULL PRIMARY KEY,
    layout_key VARCHAR(100) NOT NULL,
    content TEXT NOT NULL,
    learnt_at VARCHAR(40) NOT NULL
);

CREATE INDEX sheet_layout_key ON sheet_layout (layout_key, learnt_at);
