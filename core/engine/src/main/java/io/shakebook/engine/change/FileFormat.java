// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.util.List;
import java.util.Map;

/** One file format: read by key, set by key, escape. Pure. */
public interface FileFormat {

    /** In lower case: {@code toml}. */
    String name();

    /**
     * The file's values by dotted key, in file order. Values are String, Long, BigDecimal (keeps {@code 6.0} and
     * {@code 6} apart, a whole number is a Long), Boolean, or for arrays their canonical text.
     *
     * @throws Broken if the text is not of this format
     */
    Map<String, Object> read(String text) throws Broken;

    /**
     * The same file with values set; comments, order and all else stay. Values are String, Long, BigDecimal or Boolean.
     *
     * @throws Broken if the text is not of this format
     * @throws Unsettable for keys that the file does not have or whose value has another type, all of them at once
     */
    String set(String text, Map<String, Object> values) throws Broken, Unsettable;

    /** The characters that stand for this value between the quotes that {@link #set} writes. */
    String escape(String value);

    /** A text is not of the format. */
    final class Broken extends Exception {
        private final transient List<Flaw> flaws;

        /** Where and what; line and column count from 1. */
        public record Flaw(int line, int column, String what) {}

        public Broken(List<Flaw> flaws) {
            super("not readable: " + flaws);
            this.flaws = List.copyOf(flaws);
        }

        public List<Flaw> flaws() {
            return flaws;
        }
    }

    /** Keys that cannot be set. */
    final class Unsettable extends Exception {
        private final transient Map<String, String> why;

        /** @param why by key: what is wrong, and what would do */
        public Unsettable(Map<String, String> why) {
            super("not settable: " + why);
            this.why = Map.copyOf(why);
        }

        public Map<String, String> why() {
            return why;
        }
    }
}
