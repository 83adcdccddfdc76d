// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import java.util.Map;
import java.util.Optional;

/** What the names that an expression can start with stand for. */
final class ScopeValues {

    private ScopeValues() {}

    /** Before any cluster is asked: parameters are known, facts and steps are not. */
    static Value.Members unasked(Map<String, Value> parameters, Map<String, Type> types) {
        return name -> parameters.getOrDefault(name, new Value.Unknown(types.getOrDefault(name, Type.Simple.ANY)));
    }

    static Value.Members of(Value.Members parameters, Value.Members facts, Value.Members steps) {
        return with("facts", group(facts), with("steps", group(steps), parameters));
    }

    static Value.Members with(String name, Value value, Value.Members others) {
        return asked -> asked.equals(name) ? value : others.get(asked);
    }

    private static Value group(Value.Members members) {
        return new Value.Struct(members, Optional.empty(), "");
    }
}
