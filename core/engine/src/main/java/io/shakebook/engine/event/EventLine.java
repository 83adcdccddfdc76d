// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import io.shakebook.engine.source.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as one line of JSON for another program: as in a journal, but for what ties a journal's lines together. */
public final class EventLine {
    private EventLine() {}

    /** Without a line break at its end. */
    public static String of(Instant at, RunEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at.toString());
        members.putAll(EventTree.of(event));
        return Json.line(members);
    }
}
