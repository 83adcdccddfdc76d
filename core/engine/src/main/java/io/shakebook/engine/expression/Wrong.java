// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

/** An expression cannot be parsed; says where in the expression. */
final class Wrong extends Exception {
    private final String what;
    private final int from;
    private final int length;
    private final String remedy;

    Wrong(int from, int length, String message, String remedy) {
        super(message);
        this.what = message;
        this.from = from;
        this.length = length;
        this.remedy = remedy;
    }

    Wrong(Token at, String message, String remedy) {
        this(at.from(), at.length(), message, remedy);
    }

    String what() {
        return what;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    String remedy() {
        return remedy;
    }
}
