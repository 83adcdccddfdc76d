// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Evaluator;
import io.shakebook.engine.expression.Template;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.Function;

/** Evaluates what stands in one file, once facts can be asked. */
record ScopeWorld(ScopeFile file, ScopeFacts facts, ScopeSteps steps, Problems problems) {

    /** Outside of any step. */
    Value early(Scalar scalar) {
        return evaluate(scalar, roots(ScopeTrace.empty(), Optional.empty()), problems);
    }

    /** What names stand for. @param outputs empty while no step is planned */
    Value.Members roots(ScopeTrace trace, Optional<Outputs> outputs) {
        Function<Scalar, Value> early = this::early;
        return ScopeValues.of(file.parameters(), facts.members(trace, early), steps.members(trace, outputs));
    }

    /** What names stand for in one run of a step. */
    Value.Members roots(ExpandedStep.Instance instance, ScopeTrace trace, Optional<Outputs> outputs) {
        Value.Members others = roots(trace, outputs);
        return instance.loop()
                .map(loop -> ScopeValues.with(loop.variable(), loop.row(), others))
                .orElse(others);
    }

    static Value evaluate(Scalar scalar, Value.Members roots, Problems found) {
        return Template.parse(scalar, found)
                .map(template -> new Evaluator(roots, found).value(template))
                .orElse(Value.FAULTY);
    }
}
