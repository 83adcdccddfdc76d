// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.source.Json;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonReader;
import java.time.DateTimeException;
import java.util.Map;

/** A plan as the text that is reviewed, kept and applied. The same plan gives the same text each time. */
public final class PlanFile {
    static final String FORMAT = "shakebook.plan/1";

    private PlanFile() {}

    /** Ends with a line break. A preview, made while a cluster was unreachable, has no digest. */
    public static String write(Plan plan) {
        return Json.pretty(PlanTree.of(plan));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws Unusable if it is no plan file, of another version, was changed since it was written, or is a preview
     */
    public static Plan read(String text) throws Unusable {
        JsonObject file = new JsonObject(parsed(text), "");
        try {
            checkFormat(file.text("format"));
            checkDigest(file);
            Plan plan = new PlanReader(file).plan();
            checkText(text, plan);
            return plan;
        } catch (JsonObject.Misfit | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new Unusable("the plan is not usable: " + e.getMessage());
        }
    }

    private static void checkFormat(String format) throws Unusable {
        if (!format.equals(FORMAT)) {
            throw new Unusable("the plan has the format \"" + format + "\", and this version reads \"" + FORMAT + "\"");
        }
    }

    private static void checkDigest(JsonObject file) throws Unusable, JsonObject.Misfit {
        String digest = file.optionalText("digest")
                .orElseThrow(
                        () -> new Unusable("this is a preview, made while a cluster was unreachable: it has no digest"
                                + " and cannot be run"));
        Digest found = Digest.of(file.members());
        if (!found.text().equals(digest)) {
            throw new Unusable("the plan was changed after it was made: its content has the digest " + found.shown()
                    + ", and it says " + digest);
        }
    }

    /** What the digest does not cover, spaces and line breaks too. */
    private static void checkText(String text, Plan plan) throws Unusable {
        String written = write(plan);
        if (!written.equals(text)) {
            long line = 1
                    + text.substring(0, same(text, written))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new Unusable("the plan was changed after it was made, first in line " + line
                    + ", in what its digest does not cover: spaces, line breaks, order, or the block \"seen\"");
        }
    }

    private static int same(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static Map<?, ?> parsed(String text) throws Unusable {
        try {
            if (JsonReader.read(text) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (JsonReader.Broken e) {
            throw new Unusable("the plan is not readable: " + e.getMessage());
        }
        throw new Unusable("the plan is not readable: it is no JSON object");
    }
}
