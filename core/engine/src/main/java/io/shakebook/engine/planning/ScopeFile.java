// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.playbook.Playbook;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One playbook at one place of import, with the types and the values of what it can name.
 *
 * @param prefix path of the phases that import it; empty for the playbook that was asked for
 * @param slots what each parameter takes; none for one whose type is wrong
 * @param parameters values by name
 * @param uses what the values were made from, by parameter
 * @param origins who gave the values
 * @param types of the names that expressions can start with
 * @param imports by the name of the importing phase
 */
public record ScopeFile(
        Playbook playbook,
        String prefix,
        Map<String, Slot> slots,
        Map<String, Value> parameters,
        Map<String, ScopeTrace> uses,
        ValueOrigins origins,
        Map<String, Type> types,
        Map<String, ScopeFile> imports) {
    public ScopeFile {
        slots = Map.copyOf(slots);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        uses = Map.copyOf(uses);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
    }

    /** Path of a phase or fact of this file. */
    String path(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    ScopeFile withParameters(Map<String, Value> values, Map<String, ScopeTrace> used) {
        return new ScopeFile(playbook, prefix, slots, values, used, origins, types, imports);
    }

    ScopeFile withImports(Map<String, ScopeFile> imported) {
        return new ScopeFile(playbook, prefix, slots, parameters, uses, origins, types, imported);
    }
}
