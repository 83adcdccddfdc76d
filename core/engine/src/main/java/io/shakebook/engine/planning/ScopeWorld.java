// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Evaluator;
import io.shakebook.engine.expression.Template;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.Optional;

/** Evaluates what stands in one file, once facts can be asked. */
record ScopeWorld(ScopeFile file, ScopeFacts facts, ScopeSteps steps, Problems problems) {

    /** Outside of any step. @param trace where it is noted what the value is made from */
    Value early(Scalar scalar, ScopeTrace trace) {
        return evaluate(scalar, roots(trace, Optional.empty()), problems);
    }

    /** What names stand for. @param outputs empty while no step is planned */
    Value.Members roots(ScopeTrace trace, Optional<Outputs> outputs) {
        Value.Members parameters = name -> {
            trace.addFactsOf(file.uses().getOrDefault(name, ScopeTrace.empty()));
            return file.parameters().getOrDefault(name, Value.FAULTY);
        };
        return ScopeValues.of(parameters, facts.members(trace, this::early), steps.members(trace, outputs));
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
