// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.ExitCode;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.source.Json;
import io.shakebook.engine.source.JsonReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fleet for programs; described in {@code docs/inventory-reference.md}. */
public final class FleetJson {
    private static final String FORMAT = "shakebook.fleet-plan/1";
    private final Fleet fleet;

    public FleetJson(Fleet fleet) {
        this.fleet = fleet;
    }

    /** @param files plan files by entry */
    public String plans(Map<String, String> files) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("group", fleet.group());
        tree.put("parameter", fleet.parameter());
        tree.put("picked", fleet.picked());
        tree.put("left-out", fleet.leftOut());
        Map<String, @Nullable Object> plans = new LinkedHashMap<>();
        files.forEach((entry, file) -> plans.put(entry, read(file)));
        tree.put("plans", plans);
        return Json.pretty(tree);
    }

    private static @Nullable Object read(String file) {
        try {
            return JsonReader.read(file);
        } catch (JsonReader.Broken e) {
            throw new IllegalStateException("please report: a plan file is no JSON", e);
        }
    }

    /** A line before the events of an entry's run. */
    public String begun(Instant at, String entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", at.toString());
        line.put("event", "fleet-entry");
        line.put("group", fleet.group());
        line.put("parameter", fleet.parameter());
        line.put("entry", entry);
        return Json.line(line) + "\n";
    }

    /** The last line. */
    public String ended(Instant at, List<FleetReport.Ended> all, ExitCode code) {
        Map<String, Object> entries = new LinkedHashMap<>();
        all.forEach(one -> entries.put(
                one.entry(),
                one.code().<Object>map(ended -> (long) ended.number()).orElse("not-begun")));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", at.toString());
        line.put("event", "fleet-ended");
        line.put("entries", entries);
        line.put("exit", (long) code.number());
        return Json.line(line) + "\n";
    }
}
