// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

/**
 * The rules of Redis disaster recovery with RedisShake, numbered as in the procedure. A refusal names its rule.
 * Each shake is a full, one-way overlay of its source onto its target, which is why the order matters.
 */
enum DrRule {
    R1("the shakes of normal operation are stopped before the lost primary comes back"),
    R2("the source's Service and the configuration are there before a shake starts"),
    R3("a shake starts only when every master of its target is up"),
    R4("the shake of a recovery is stopped before normal operation is restored"),
    R5("the shakes of normal operation start only after the recovery's pod is gone"),
    R6("a shake runs in the cluster and namespace of its target"),
    R7("there is one shake for each master of the source, no less and no more");

    private final String sentence;

    DrRule(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** What was found, with the rules that say that the two directions never copy at once, whichever comes first. */
    static String oneDirection(String found) {
        return found + " (rules " + R1 + ", " + R4 + ", " + R5
                + ": only one direction copies at a time, and stopped means" + " that no pod is left)";
    }

    /** What was found, with the rule that it breaks. */
    String broken(String found) {
        return found + " (rule " + name() + ": " + sentence + ")";
    }
}
