// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.expression.Expression;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.FieldPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a playbook.
 *
 * @param at of its name
 * @param keys all that are written, also those whose value is wrong
 * @param calls its module; exactly one, unless it is a confirmation or the file is wrong
 */
public record Step(
        String name,
        Position at,
        Set<String> keys,
        Optional<Scalar> cluster,
        Optional<Scalar> namespace,
        Optional<ForEach> forEach,
        Optional<Condition> when,
        List<Scalar> needs,
        Duration within,
        Duration hold,
        List<FieldPath> take,
        boolean replace,
        List<Call> calls,
        Optional<Scalar> confirm) {

    /** {@code shard in facts.shards}. @param over empty if it is wrong. @param source as written */
    public record ForEach(String variable, Position at, Optional<Expression> over, String source) {}

    /** What must hold for the step to be planned. @param source as written */
    public record Condition(Expression expression, String source) {}

    public Step {
        keys = Set.copyOf(keys);
        needs = List.copyOf(needs);
        take = List.copyOf(take);
        calls = List.copyOf(calls);
    }
}
