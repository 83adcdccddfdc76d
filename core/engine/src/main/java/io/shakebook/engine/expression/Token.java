// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

/**
 * A word of an expression.
 *
 * @param text as written; of a quoted text its characters
 * @param from offset in the expression, in chars
 */
record Token(Kind kind, String text, int from, int length) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    String shown() {
        return kind == Kind.END ? "the end of the expression" : "\"" + text + "\"";
    }
}
