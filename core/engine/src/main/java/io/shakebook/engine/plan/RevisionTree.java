// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.engine.source.Revision;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The state of a repository as a plan file has it. */
final class RevisionTree {
    private static final String NAME = "git";
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    private RevisionTree() {}

    static Map<String, Object> of(Revision revision) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("repository", revision.repository());
        written.put("commit", revision.commit());
        written.put("ref", revision.ref());
        written.put("author", revision.author());
        written.put("written", revision.written().toString());
        written.put("changed", revision.changed());
        return written;
    }

    /** Puts it into what it is a state of, if there is one. */
    static void put(Map<String, Object> into, Optional<Revision> revision) {
        revision.ifPresent(state -> into.put(NAME, of(state)));
    }

    static Optional<Revision> read(JsonObject from) throws Misfit {
        if (!from.has(NAME)) {
            return Optional.empty();
        }
        JsonObject json = from.object(NAME);
        String commit = json.text("commit");
        if (!COMMIT.matcher(commit).matches()) {
            throw json.wrong("commit", "is not 40 hexadecimal digits");
        }
        Revision revision = new Revision(
                json.text("repository"),
                commit,
                json.text("ref"),
                json.text("author"),
                written(json),
                json.textList("changed", file -> file));
        json.done();
        return Optional.of(revision);
    }

    private static OffsetDateTime written(JsonObject json) throws Misfit {
        try {
            return OffsetDateTime.parse(json.text("written"));
        } catch (DateTimeException wrong) {
            throw json.wrong("written", "is no time with its offset");
        }
    }
}
