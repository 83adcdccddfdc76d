// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.shakebook.engine.source.Json;
import io.shakebook.engine.source.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema in the documentation says of a file what the reader says of it. */
class PlanSchemaTest {
    private static final int MUTATIONS = 800;
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws Exception {
        String text = Files.readString(Path.of("../../docs/plan.schema.json"));
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static List<Error> problems(String plan) {
        return schema.validate(plan, InputFormat.JSON);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPlanKeepsTheSchema(long seed) {
        assertThat(problems(PlanFile.write(RandomPlan.of(seed)))).isEmpty();
    }

    /** The reader also knows what no schema says: forms of addresses and paths, and that each thing has one form. */
    @Test
    void whatTheReaderTakesTheSchemaTakesAndWhatItRefusesForItsFormTheSchemaRefusesToo() throws Exception {
        Random random = new Random(7);
        int refused = 0;
        int missed = 0;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            Map<String, Object> tree = tree(PlanFile.write(RandomPlan.of(mutation)));
            String what = mutate(tree, random);
            seal(tree);
            String text = Json.pretty(tree);
            boolean readable = catchThrowable(() -> PlanFile.read(text)) == null;
            List<Error> problems = problems(text);
            if (readable) {
                assertThat(problems).as(what).isEmpty();
            }
            refused += readable ? 0 : 1;
            missed += !readable && problems.isEmpty() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 3);
        assertThat(missed).as("refused by the reader alone, of " + refused).isLessThan(refused / 10);
    }

    @Test
    void aPreviewHasNoDigestAndAnythingElseInItsPlaceIsRefused() throws Exception {
        Map<String, Object> tree = tree(PlanFile.write(RandomPlan.of(3)));
        tree.remove("digest");
        assertThat(problems(Json.line(tree))).isEmpty();
        tree.put("digest", "sha256:short");
        assertThat(problems(Json.line(tree))).isNotEmpty();
    }

    @Test
    void anotherFormatIsRefused() throws Exception {
        Map<String, Object> tree = tree(PlanFile.write(RandomPlan.of(3)));
        tree.put("format", "shakebook.plan/2");
        assertThat(problems(Json.line(tree))).isNotEmpty();
    }

    /** As somebody would who wants a change to go unnoticed. */
    @SuppressWarnings("unchecked") // trees of JSON have string keys
    private static void seal(Map<String, Object> tree) {
        tree.put("digest", Digest.of(tree).text());
        if (tree.get("seen") instanceof Map<?, ?> map && map.containsKey("sum")) {
            Map<String, Object> seen = (Map<String, Object>) map;
            Map<String, Object> summed = new LinkedHashMap<>(seen);
            summed.remove("at");
            summed.remove("sum");
            seen.put("sum", Digest.of(summed).text());
        }
    }

    /** Takes a member away, adds one, or gives one another type, anywhere. @return what was done, in words */
    private static String mutate(Map<String, Object> tree, Random random) {
        List<Map<String, Object>> maps = new ArrayList<>();
        collect(tree, maps);
        Map<String, Object> map = maps.get(random.nextInt(maps.size()));
        List<String> names = new ArrayList<>(map.keySet());
        int kind = random.nextInt(3);
        if (kind == 0 || names.isEmpty()) {
            map.put("surplus", "x");
            return "a member too many in " + names;
        }
        String name = names.get(random.nextInt(names.size()));
        Object old = kind == 1 ? map.remove(name) : map.put(name, List.of(true));
        return (kind == 1 ? "without " : "another type of ") + name + " in " + names + ", was " + old;
    }

    @SuppressWarnings("unchecked") // trees of JSON have string keys
    private static void collect(Object node, List<Map<String, Object>> found) {
        if (node instanceof Map<?, ?> map) {
            found.add((Map<String, Object>) map);
            map.values().forEach(child -> collect(child, found));
        } else if (node instanceof List<?> list) {
            list.forEach(child -> collect(child, found));
        }
    }

    @SuppressWarnings("unchecked") // trees of JSON have string keys
    private static Map<String, Object> tree(String text) throws Exception {
        return (Map<String, Object>) copy(JsonReader.read(text));
    }

    private static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        return node instanceof List<?> list
                ? new ArrayList<>(list.stream().map(PlanSchemaTest::copy).toList())
                : node;
    }
}
