// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.playbook.Call;
import io.shakebook.engine.playbook.FactCall;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.Unanswered;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The facts of one file, each read when it is first used. */
final class ScopeFacts {
    private final ScopeFile file;
    private final Catalog catalog;
    private final Binder binder;
    private final FactReader reader;
    private final Found found;
    private final Map<String, Answer> read = new HashMap<>();

    /**
     * What a look-up answered.
     *
     * @param rows empty if its arguments are wrong or not known, or if its cluster did not answer
     * @param uses what its arguments are made from, and the cluster that did not answer
     */
    private record Answer(Optional<Rows<?>> rows, ScopeTrace uses) {}

    /**
     * What became of all look-ups of a playbook and its imports.
     *
     * @param unanswered why, by cluster
     */
    record Found(List<FactRecord> facts, Map<String, String> unanswered) {}

    /** A look-up refused what it found; carried through evaluation, which knows no clusters. */
    static final class Refused extends RuntimeException {
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** @param found where what was read is noted */
    ScopeFacts(ScopeFile file, ScopeBinding binding, FactReader reader, Found found, Problems problems) {
        this.file = file;
        this.catalog = binding.catalog();
        this.binder = binding.binder(file.playbook(), problems);
        this.reader = reader;
        this.found = found;
    }

    /**
     * @param trace notes which columns are used
     * @param evaluate of the arguments of look-ups, noting what they are made from
     */
    Value.Members members(ScopeTrace trace, BiFunction<Scalar, ScopeTrace, Value> evaluate) {
        return name -> {
            Answer answer = answer(name, evaluate);
            trace.addFactsOf(answer.uses());
            return answer.rows()
                    .map(rows -> value(name, rows, trace))
                    .orElseGet(
                            () -> answer.uses().notKnown().isPresent() ? new Value.Unknown(type(name)) : Value.FAULTY);
        };
    }

    private Value value(String name, Rows<?> rows, ScopeTrace trace) {
        boolean single = lookup(name).filter(lookup -> lookup.spec().single()).isPresent();
        if (single) {
            return row(file.path(name), rows.rows().values().iterator().next(), "", trace);
        }
        return new Value.Table(rows.rows().keySet(), key -> {
            Record row = rows.rows().get(key);
            return row == null ? Value.FAULTY : row(file.path(name) + "[" + key + "]", row, key, trace);
        });
    }

    private static Value row(String path, Record row, String key, ScopeTrace trace) {
        Value.Struct columns = RecordValues.struct(row, key);
        return new Value.Struct(
                column -> {
                    trace.columns().add(path + "." + column);
                    return columns.members().get(column);
                },
                Optional.of(row),
                key);
    }

    private Type type(String fact) {
        return file.types().get("facts") instanceof Type.Struct facts ? facts.of(fact) : Type.Simple.ANY;
    }

    private Optional<Lookup<?, ?>> lookup(String fact) {
        return call(fact).flatMap(call -> catalog.lookup(call.name()));
    }

    private Optional<Call> call(String fact) {
        return file.playbook().facts().stream()
                .filter(one -> one.name().equals(fact))
                .map(FactCall::calls)
                .map(calls -> calls.get(0))
                .findFirst();
    }

    private Answer answer(String fact, BiFunction<Scalar, ScopeTrace, Value> evaluate) {
        Answer known = read.get(fact);
        if (known == null) {
            Call call = call(fact).orElseThrow();
            Lookup<?, ?> lookup = lookup(fact).orElseThrow();
            ScopeTrace uses = ScopeTrace.empty();
            Arg.Fields fields = ExpanderCallCheck.fields(call, scalar -> evaluate.apply(scalar, uses))
                    .orElseThrow();
            Optional<Record> args = binder.record(
                            lookup.spec().args(), fields, "the look-up \"" + call.name() + "\"", "argument", call.at())
                    .done()
                    .map(Record.class::cast);
            known = new Answer(args.flatMap(bound -> ask(fact, lookup, bound, uses)), uses);
            read.put(fact, known);
        }
        return known;
    }

    /** Empty if its cluster did not answer, which the trace tells. */
    private <A extends Record, R extends Record> Optional<Rows<?>> ask(
            String fact, Lookup<A, R> lookup, Record args, ScopeTrace uses) {
        try {
            Rows<R> rows = reader.rows(lookup, lookup.spec().args().cast(args), "", "");
            Map<String, Map<String, Object>> columns = new LinkedHashMap<>();
            rows.rows().forEach((key, row) -> columns.put(key, RecordTree.toTree(row)));
            found.facts()
                    .add(new FactRecord(
                            file.path(fact), lookup.spec().name(), rows.evidence(), RecordTree.toTree(args), columns));
            return Optional.of(rows);
        } catch (Unanswered e) {
            found.unanswered().putIfAbsent(e.cluster(), String.valueOf(e.getMessage()));
            uses.unanswered().add(e.cluster());
            return Optional.empty();
        } catch (Refusal refused) {
            throw new Refused(refused);
        }
    }
}
