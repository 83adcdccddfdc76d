// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What a value can be that only the server chooses. Whoever approves a plan approves each value within its bound; a run
 * stops at any other before a later step uses it.
 */
public sealed interface Bound {

    /** Nothing is known of it. */
    Bound ANY = new Any();

    /** A whole number. @param most may be chosen too */
    static Bound between(long least, long most) {
        return new Between(least, most);
    }

    /** An IP address. @param words which one, for the reader of a plan */
    static Bound address(String words) {
        return new Address(words);
    }

    /** For the reader of a plan: {@code 30000-32767}; empty if nothing is known. */
    String words();

    /** Whether a value, as it stands in the object, is within it. */
    boolean fits(Object value);

    /** See {@link #ANY}. */
    record Any() implements Bound {
        @Override
        public String words() {
            return "";
        }

        @Override
        public boolean fits(Object value) {
            return true;
        }
    }

    /** See {@link #between}. */
    record Between(long least, long most) implements Bound {
        public Between {
            if (least > most) {
                throw new IllegalArgumentException("nothing lies between " + least + " and " + most);
            }
        }

        @Override
        public String words() {
            return least + "-" + most;
        }

        @Override
        public boolean fits(Object value) {
            return value instanceof Long number && least <= number && number <= most;
        }
    }

    /** See {@link #address}. */
    record Address(String words) implements Bound {
        private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
        private static final Pattern IP_4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
        private static final Pattern IP_6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:]{2,39}");

        public Address {
            requireNonNull(words, "words");
            if (words.isBlank()) {
                throw new IllegalArgumentException("an address needs words that say which one");
            }
        }

        @Override
        public boolean fits(Object value) {
            return value instanceof String text
                    && (IP_4.matcher(text).matches() || IP_6.matcher(text).matches());
        }
    }
}
